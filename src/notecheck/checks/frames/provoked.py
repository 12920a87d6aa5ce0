"""Harm told as brought about by what the child or victim did, said or wore."""

from __future__ import annotations

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import every, needs, not_denied, not_with, not_worker_nor_denied

CATEGORY, THEME = "victim-blaming", "provoked"
_WHY = "Nothing that a child or an adult victim does makes somebody hurt them; the one who harms decides to."
_ASK = "Who chose to cause harm, and what did they do?"

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=(
            "{provoke}",
            "triggered",
            "instigated",
            "initiated",
            "provocation",
            "provocative",
            "asking",
            "deserved",
            "buttons",
        ),
        patterns=(
            r"[[{provoke:acts} (?:him|her|them|the (?:other|boys?|girls?|older|adults?)|his|dad|mum|father|mother|partner|staff|carers?|[a-z]+ into)(?: \w+ing)?]]",
            r"[[(?:triggered|provoked|instigated|initiated|caused|started|sparked|prompted) by (?:\w+ ){0,3}(?:{self}|behaviour|attitude|conduct|actions|refusal|own|nagging|mouth|language|clothing|dress|drinking|lies|lying|answering back|texting|messages)]]",
            r"[[(?:pushed|pushes|pushing|pressed|pressing|knows how to push|knew which) (?:\w+ ){0,3}buttons]]",
            r"[[(?:was |were |is |had been |has been )?(?:asking for (?:it|trouble)|looking for trouble|fairly provocative|very provocative|quite provocative|provocative towards \w+)]]",
            r"[[(?:gave|gives|giving) (?:\w+ ){1,3}(?:plenty of |some )?provocation]]",
        ),
        message="This may read as if the person harmed had caused it.",
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya goaded him and he pushed her over.",
            "The assault was triggered by her refusal to hand over the phone.",
            "She knows how to push his buttons.",
        ),
        ok=(
            "The fire alarm was triggered by burnt toast.",
            "Dad said nothing she did provoked him; he chose to hit her.",
            "It was not provoked by her behaviour.",
        ),
        judge=not_worker_nor_denied,
    ),
    Frame(
        CATEGORY,
        THEME,
        name="because",
        on=(
            "because",
            "after",
            "due",
            "result",
            "led",
            "resulted",
            "resulting",
        ),
        patterns=(
            r"(?:was|were|been|got|being|gets) ~1 {harm:participle} ~4 [[(?:because|after|as) (?:she|he|they) (?:had |was |were |would |wouldn't |would not |kept |refused |answered |talked |spoke |came |got |did |didn't |forgot |said |called |texted |lied |swore )(?:not |been )?(?:\w+ ?){1,4}]]",
            r"(?:assault|assaulted|hit|violence|incident|attack|attacked|slapped|punched|altercation) ~4 [[(?:due to|because of|as a result of|in response to|brought on by) (?:his|her|their|[a-z]+'s) (?:\w+ )?(?:behaviour|conduct|attitude|refusal|actions|lifestyle|choices|mouth|cheek|clothing|drinking|language|lies|disobedience|defiance)]]",
            r"[[(?:his|her|their|[a-z]+'s) (?:\w+ ){0,2}(?:behaviour|conduct|attitude|actions|refusal|mouth|lies|lifestyle|clothing|drinking|answering back) (?:\w+ )?(?:led to|resulted in|caused|provoked|triggered|contributed to|invited|is what led to)]] ~4 (?:assault|assaulted|hit|hitting|violence|incident|attack|attacked|slapped|slapping|injury|injured|exploited|exploitation|harm|abuse|restrained|restraint|hold)",
        ),
        message="This may read as if the person harmed had brought it on.",
        why=_WHY,
        ask=_ASK,
        flag=(
            "Maya was slapped because she answered back at tea.",
            "The assault happened due to her attitude.",
            "His behaviour led to the incident in which he was hit.",
        ),
        ok=(
            "She was hit by a ball after she came off the pitch in the match.",
            "Dad slapped her because he was angry about the phone; that was his doing.",
            "His good behaviour led to an award in assembly.",
        ),
        judge=every(not_denied, not_with("sport")),
    ),
    Frame(
        CATEGORY,
        THEME,
        name="limit",
        on=("pushed", "limit", "snapped", "temper", "end", "red", "rag", "patience", "rope", "driven"),
        patterns=(
            r"[[(?:was|were|been|is|got|had) (?:\w+ )?(?:pushed|driven) (?:to|past|over|beyond) (?:\w+ )?(?:limit|limits|brink|breaking point)]]",
            r"[[(?:saw red|snapped and|lost his rag|lost her rag|lost his temper|lost her temper|lost patience)]]",
        ),
        message="This may make an excuse for the one who did the harm.",
        why="Temper and limits explain the harm from the side of the one who did it, and leave the child's side out.",
        ask=_ASK,
        flag=("Dad was pushed to his limit that night and hit her.", "He saw red and grabbed Maya."),
        ok=(
            "The drawer was pushed to the edge of the desk.",
            "She pushed herself to her limit in the race, and won.",
        ),
        judge=every(needs("harmed"), not_with("sport"), not_denied),
    ),
)
