"""Harm made smaller: just, only, low level, one-off."""

from __future__ import annotations

from notecheck.checks.frames.frame import Frame
from notecheck.checks.frames.judges import every, needs, not_denied, not_with

CATEGORY, THEME = "victim-blaming", "minimising"

FRAMES = (
    Frame(
        CATEGORY,
        THEME,
        on=(
            "just",
            "only",
            "merely",
            "simply",
            "bit",
            "little",
            "minor",
            "mild",
            "nothing",
            "low",
            "isolated",
            "light",
            "slight",
            "once",
            "occasional",
            "more",
            "real",
            "playful",
            "play",
            "rough",
            "handbags",
            "trivial",
            "off",
            "harm",
            "injury",
            "injuries",
            "damage",
            "marks",
        ),
        patterns=(
            r"[[(?:just|only|merely|simply|no more than|nothing more than|nothing worse than|was only|was just|were only|were just) (?:a |an |the |some |ever |been |being )?(?:bit of (?:a )?|little |minor |quick |light |friendly |playful |small )?(?:slaps?|slapped|push(?:ed|ing)?|shov(?:e|ed|ing)|tap(?:ped)?|smack(?:ed)?|shout(?:s|ed|ing)?|row(?:s|ed)?|arguments?|hit(?:ting)?|words|banter|teasing|joking|messing(?: about)?|"
            r"play.?fight(?:ing)?|horseplay|tiff|squabbles?|scuffle|rough.?housing|verbal|pictures?|images|messages|touch(?:ed|ing)?|scratch(?:es)?|bruises?|marks?|grab(?:bed)?|threat(?:s|ened)?|kiss(?:ed|ing)?|cuddles?|incident|once|the once|happened once)(?: (?:the )?once)?]]",
            r"[[(?:low.?level|low.?risk|isolated|one.?off|minor|mild|trivial|low end)(?:,)? (?:\w+ )?(?:abuse|violence|domestic(?: abuse| violence)?|dv|assault|incidents?|bullying|harm|neglect|concerns?|aggression|chastisement|conflict|injur(?:y|ies)|altercations?|harassment|physical|coercion|touching|exploitation|disputes?)]]",
            r"[[(?:a |was a |as a |this was a |it was a )?one.?off]]",
            r"[[(?:no|without|not) (?:any |a )?(?:real|lasting|serious|significant|actual|great|major|visible|long.?term|permanent|obvious) (?:harm|injur(?:y|ies)|damage|marks?|assault|violence|bruising|issue)(?: (?:was |were |has been |came |had been )?(?:done|of it|caused|occurred|seen|resulted|reported))?]]",
            r"[[no (?:real )?harm (?:was |has been |came |is )?(?:done|of it|meant|intended)]]",
            r"[[(?:rough and tumble|play.?fighting|rough.?housing|rough play|high jinks|handbags|messing about|bit of banter|boys will be boys|just how (?:he|they|boys) (?:is|are)|lads being lads)]]",
            r"[[(?:relatively|fairly|quite|pretty|comparatively|rather) (?:minor|mild|trivial|low.?level|innocent|harmless|small)]]",
        ),
        message="This may make the harm look smaller than it was.",
        why="Only the person who was hurt can say how much it mattered. Words that make it smaller tell a child it did not count.",
        ask="What exactly was done, and what did it do to the child?",
        flag=(
            "It was just a slap, after which Maya said she was hurt.",
            "There has been some low level violence between him and Mum.",
            "He hit her the once and no real harm was done.",
        ),
        ok=(
            "Maya was only joking about her tea.",
            "She had a minor cold, and a bit of banter in the football match cheered her up.",
            "This was not a one-off: he has hit her before.",
        ),
        judge=every(not_denied, needs("harmed"), not_with("sport")),
    ),
)
