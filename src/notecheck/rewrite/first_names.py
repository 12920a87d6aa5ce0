"""First names that in Britain are nearly always a woman's or nearly always a man's.

Only used to rule a person out: a "she" is not Darren. Names that both bear (Sam, Alex, Jo, Charlie) are not here.
"""

from __future__ import annotations

WOMEN = frozenset(
    """abigail ada aisha alice alicia amanda amara amber amelia amina amy andrea angela anita ann anna anne annie
    asha audrey ava barbara bea beatrice bernadette beth bethany brenda bridget carla carol caroline carolyn catherine
    cath celia chantelle charlene charlotte chelsea cheryl chloe christina christine claire clara clare colleen
    cynthia daisy danielle dawn debbie deborah deborah denise diana diane donna doreen dorothy eileen elaine eleanor
    elizabeth ella ellen ellie elsie emily emma erin esther eva evelyn evie faith farah farida fatima fiona florence
    freya gemma georgia georgina gillian gina grace hannah harriet hayley hazel heather helen holly imogen ingrid irene
    isabel isabella isla ivy jacqueline jade jane janet janice jasmine jean jemma jennifer jenny jessica jill joan
    joanna joanne josephine joyce judith julia julie karen kate katherine kathleen katie kayleigh keeley keira kelly
    khadija kirsty lara laura lauren layla leanne leila leona lily linda lisa lola lorna lorraine louise lucy lydia
    lynn lynne mandy margaret maria marie marina martha mary maureen maya megan melanie melissa mia michelle millie
    miriam molly nadia nancy naomi natalie natasha nicola nicole nina nora olivia paige pamela patricia paula pauline
    penelope phoebe polly priya rachel rebecca rhiannon rita rosa rosie roxanne ruby ruth sadia sally samantha sandra
    sara sarah saoirse serena shannon sharon sheila shirley sian sonia sophia sophie stacey stella susan suzanne sylvia
    tamara tania tanya tara tasha teresa theresa tina tracey tracy valerie vanessa vera veronica vicky victoria violet
    wendy yara yasmin yvonne zainab zara zoe""".split()
)
MEN = frozenset(
    """aaron abdul adam adrian ahmed aidan alan albert alfie ali andrew anthony antonio archie arthur barry ben benjamin
    bernard bradley brian callum calum carl chris christopher colin connor craig curtis damian daniel darren dave david
    dean declan denis dennis derek dominic donald douglas duncan dylan eddie edward elijah eric ethan evan finn francis
    fred gareth gary geoff geoffrey george gerald gerard gordon graham greg gregory hamza harold harry harvey henry
    howard hugh hugo hussein ian ibrahim idris isaac ivan jack jackson jacob jake james jamie-lee jason jerome jim joe
    joel john jonathan joseph josh joshua juan julian karl keith ken kenneth kevin khaled kieran kofi kyle lawrence leo
    leon leonard levi lewis liam louis luca lucas luke malcolm malik marcus mario mark martin matei matthew maurice
    michael mick mike mohamed mohammed muhammad nathan neil nicholas nigel noah norman oliver omar oscar owen patrick
    paul pete peter philip phil raymond reece reuben rhys richard rob robert roger roland ron ronald rory roy ryan
    samuel saul scott sean sebastian shane shaun simon stan stephen steve steven stuart tariq ted terence terry theo
    thomas tim timothy toby todd tom tommy tony trevor tyler tyrone victor vincent vince walter warren wayne wesley
    william yonas yusuf zac zachary""".split()
)
