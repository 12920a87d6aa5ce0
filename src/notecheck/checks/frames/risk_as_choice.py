"""The child or victim made the agent of their own danger: puts, places, chooses, keeps going back."""

from __future__ import annotations

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import every, needs, not_somebody_else, not_with, not_worker_nor_denied

CATEGORY, THEME = "victim-blaming", "risk-as-choice"
_MESSAGE = "This may read as if the danger was the child's choice."
_ASK = "Who was causing the harm, and how did they bring it about?"
_AT_RISK = every(not_worker_nor_denied, needs("risk"))

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=("{self}",),
        patterns=(
            r"[[(?:put|puts|putting|place|places|placed|placing|expose|exposes|exposed|exposing|land|lands|landed|leave|leaves|left|leaving|involve|involves|involved|"
            r"involving|find|finds|found) {self} (?:\w+ )?(?:at|in|into|to|with|open)(?: \w+){0,3} {danger}]]",
            r"[[(?:make|makes|made|making|open|opens|opened|opening|offer|offers|offered|lay|laid|set|sets) {self} (?:up )?(?:a|an|as|so|into|to|open|such)(?: \w+){0,2}"
            r"(?: (?:target|vulnerable|victim|available|abuse|exploitation|harm|risk|criticism|prey))]]",
            r"[[(?:let|lets|letting|allow|allows|allowed|allowing|get|gets|got|getting) {self} (?:to )?(?:be |get )?(?:used|exploited|led|talked into|drawn into|drawn in|dragged into|"
            r"mixed up|involved|caught up|groomed|taken advantage of|persuaded|walked over|picked up|manipulated|into)(?: (?:in|with|by))?]]",
            r"[[(?:only )?(?:has|have|had) (?:only )?{self} to (?:blame|thank)]]",
            r"[[(?:bring|brings|brought|bringing) (?:it|this|that|trouble|much of this|some of it|problems|things)(?: all)? (?:on|upon|onto) {self}]]",
            r"[[(?:exploit|sell|sells|sold|selling|trade|trades|trading|prostitute|prostitutes|prostituting) {self}]]",
        ),
        message=_MESSAGE,
        why="Nobody puts themselves in the way of abuse: these words make the child the cause and leave out who did it.",
        ask=_ASK,
        flag=(
            "Maya keeps getting herself mixed up with older men.",
            "She made herself an easy target by walking home alone.",
            "He has himself to thank for what happened.",
            "By going there she laid herself open to exploitation.",
        ),
        ok=(
            "Maya put herself in goal and made three saves.",
            "He made himself a sandwich and a drink.",
            "We do not think that she put herself at risk; the men did that.",
        ),
        judge=not_worker_nor_denied,
    ),
    Frame(
        CATEGORY,
        THEME,
        name="choice",
        on=(
            "{choose}",
            "choice",
            "choosing",
            "decision",
            "accord",
            "volition",
            "making",
            "doing",
            "choices",
            "free",
            "actions",
            "conduct",
            "behaviour",
            "recklessness",
        ),
        patterns=(
            r"[[{choose} (?:to|not to|on)(?: \w+){0,2} (?:stay|remain|return|go back|go missing|run away|leave placement|leave the placement|meet|be with|get in|get into|"
            r"associate|hang around|carry|sell|deal|spend|be in|live|continue|have sex|send|share|engage in|keep|walk away|involve|go off|go with|stop out)]]",
            r"[[(?:chose|chooses|choosing|opted|opting|elected|electing) (?:the|to|for|not) (?:\w+ ){0,3}(?:streets?|him|gang|men|life|relationship|money|drugs|lifestyle)]]",
            r"[[(?:of|by|through|from|due to|because of|as a result of) (?:his|her|their) own (?:free )?(?:will|accord|volition|making|doing|choice|choices|choosing|actions|conduct|behaviour|decisions|recklessness)]]",
            r"[[(?:poor|bad|unwise|risky|unsafe|unsafe|dangerous|lifestyle|negative|unhealthy|questionable) (?:\w+ )?(?:choices|decisions|choice|decision making|decision-making|life choices)]]",
            r"[[(?:put|puts|putting) (?:him|her|them)(?:self|selves)? in (?:that|this|such a) (?:position|situation)]]",
        ),
        message=_MESSAGE,
        why="A child who is being harmed or exploited is not choosing it; words of choice move the blame from the person who harms.",
        ask="What made this the only way out that the child could see, and who was behind it?",
        flag=(
            "Maya chose to get into the car with the two men.",
            "He went to the hotel of his own accord.",
            "Her poor choices have put her at risk.",
        ),
        ok=(
            "Maya chose to go to the park after lunch.",
            "She did not choose to stay with him; she was afraid of what he would do.",
            "We have decided to return the bikes on Friday.",
            "He tidied his room of his own accord, which made Nan laugh.",
        ),
        judge=_AT_RISK,
    ),
    Frame(
        CATEGORY,
        THEME,
        name="again",
        on=(
            "{persist}",
            "repeatedly",
            "returned",
            "returns",
            "returning",
            "gravitates",
            "gravitate",
            "drawn",
            "keeps",
            "went",
            "goes",
            "got",
            "gets",
            "getting",
            "made",
            "making",
            "hangs",
            "hung",
            "hanging",
            "mixes",
            "mixing",
            "associates",
            "associating",
            "involved",
            "wrong",
            "company",
            "steam",
        ),
        patterns=(
            r"[[(?:{persist} (?:to |in |on |with )?(?:go|going|return|returning|meet|meeting|see|seeing|associate|associating|contact|contacting|communicate|communicating|message|messaging|"
            r"visit|visiting|hang|hanging|spend|spending|have contact|having contact|put|putting|place|placing|abscond|absconding|go missing|going missing|reply|replying|engage in|engaging in|walk|walking|mix|mixing)"
            r"(?: (?:back|out|around|time|up))?(?: (?:to|with|by|off|into|in|on|at))?(?: (?:\w+ ){0,3}{adult}| him| them| these| the same| those)?)]]",
            r"[[(?:{persist} to |still |has continued to |keeps )(?:take|takes|taking|answer|answers|answering|reply|replies|replying|read|reads|respond|responding|responds) (?:to )?(?:his|their) (?:calls|messages|texts|letters|dms)]]",
            r"[[(?:gravitates?|gravitated|gravitating|is drawn|was drawn|drawn|being drawn) (?:to|towards) (?:\w+ ){0,3}(?:{adult}|people|peers|crowd|young people|types?|boys|girls|lifestyle|drama)]]",
            r"[[(?:went|goes|going|gone|returned|returns|returning|keeps going|always goes|runs|ran) (?:straight |right )?back to (?:him|them|the relationship|her abuser|the men|the man|her boyfriend|her partner|her ex|the flat|that life|the perpetrator|the group)]](?! (?:to (?:fetch|collect|get|pack)|with (?:the |a |her |his )?(?:police|officer|worker|nan|mum|social)))",
            r"[[(?:goes|went|going|keeps going|always goes|would go) (?:straight |right )?back (?:to \w+ )?(?:every|each|all the|time and|again and) (?:\w+ ){0,2}(?:time|week|\w+day|again)]]",
            r"[[(?:hangs?|hung|hanging|knocks|knocking|mixes|mixed|mixing|associates|associating|involved|in) (?:about |around |round )?with (?:the |a |an )?(?:wrong|older|bad|rough|undesirable|unsavoury) (?:\w+ ?){1,2}]]",
            r"[[(?:the )?(?:wrong|bad) (?:company|crowd|sort|types)]]",
            r"[[under (?:his|her|their) own steam]]",
            r"[[(?:keeping|keeps|kept|chose|choosing|picks?|picked|picking|prefers?|preferred|seeks?|sought|seeking) (?:out )?(?:the )?(?:\w+ )?(?:company|attention) of (?:older |adult |\w+ )?(?:men|males|man|adults|dealers|boys|lads|a man|people)]]",
            r"[[(?:got|gets|getting|get) {self} (?:thumped|hit|beaten|hurt|arrested|excluded|moved|stabbed|attacked|robbed|pregnant|noticed|talked|kicked out|thrown out|caught|stuck|stranded|in hock|into debt|in debt|mixed up|into trouble)(?: \w+){0,3}]]",
            r"[[(?:made|makes|making) {self} (?:homeless|unsafe|destitute|unavailable)]]",
        ),
        message=_MESSAGE,
        why="Going back is how fear, debt, grooming or love look from outside; told like this it reads as wilful.",
        ask="What pulls or pushes the child back, and who is doing that?",
        flag=(
            "Maya continues to associate with older males.",
            "She went back to him after the assault.",
            "He gravitates towards the wrong crowd.",
            "Maya got herself arrested with the older lads and made herself homeless.",
            "She goes back every time, and he hit her again.",
        ),
        ok=(
            "Maya continues to see her friends at netball.",
            "He keeps going to football on Mondays.",
            "The social worker continues to visit weekly.",
            "Mum, who was assaulted, went back to the flat with the police to fetch his coat.",
            "She got herself dressed; the police took her to the hospital.",
        ),
        judge=_AT_RISK,
    ),
    Frame(
        CATEGORY,
        THEME,
        name="hindsight",
        on=("could", "should", "might", "ought", "would", "need"),
        patterns=(
            r"(?:{victim}|(?!this\b|that\b|it\b|which\b|there\b)[a-z][a-z'-]+) [[(?:could|should|might|ought to|need not|needn't|would|shouldn't|should not) (?:easily |simply |just |always |at any point |well |so |really |not )*(?:have|of) (?:easily |simply |just |also |been |not )?(?:left|called|rung|told|moved|asked|said|come (?:to|home|forward)|walked|run|shouted|screamed|known|thought|phoned|gone (?:to|home)|refused|stopped|reported|spoken|kept|got out|fought|avoided|blocked|stayed|seen (?:it|this|that) coming|let|put|opened|answered|gone (?:there|out|with|back))(?: (?!because|if|when)\w+){0,6}]]",
        ),
        message=_MESSAGE,
        why="What somebody might have done is easily said afterwards; it makes the one who was hurt answer for it.",
        ask="What did the one who harmed them do, and what did fear leave them able to do?",
        flag=(
            "He locked the door and assaulted her, though she could have called us from the station.",
            "Mum should have left after the first time he hit her.",
        ),
        ok=(
            "We should have told her sooner that he had been bailed after the assault.",
            "She could have gone to the park but it rained.",
            "Nobody thinks that she should have left; he had threatened to kill her.",
        ),
        judge=every(not_worker_nor_denied, needs("harmed"), not_with("sport"), not_somebody_else),
    ),
)
