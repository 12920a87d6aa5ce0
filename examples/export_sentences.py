# ruff: noqa: E501 - a sentence a line is easier to read and change
"""The sentences that the example export is put together from, by kind of record, section and way of writing.

Each section is a heading, the sentences of each way of writing, and the least and most that are taken. They are written
to look like real recording, good and bad; none is taken from a real record.
"""

from __future__ import annotations

Section = tuple[str, dict[str, tuple[str, ...]], tuple[int, int]]

VISIT: tuple[Section, ...] = (
    (
        "",
        {
            "poor": (
                "SV completed to the home {when}, YP and MOP present.",
                "Unannounced HV carried out, child seen alone and bedroom seen.",
                "Announced visit undertaken as part of CIN. Family engaged.",
            ),
            "mixed": (
                "I visited {child} at home on {when}. Mum was there for the start.",
                "Home visit on {when}. {child} was seen alone in the kitchen, {adult} stayed upstairs.",
            ),
            "good": (
                "I visited {child} at home on {when} and we talked by ourselves in the garden.",
                "I called on {child} and {adult} after school on {when}, as we had arranged.",
            ),
            "to": (
                "Dear {child}, this is about my visit on {when}, so that you can read one day what we talked about.",
                "{child}, thank you for showing me round your room on {when}.",
            ),
        },
        (1, 1),
    ),
    (
        "Observations",
        {
            "poor": (
                "{child} presented as guarded and was not willing to engage with SW.",
                "{They} continues to place {self} at risk by going missing from home with older peers.",
                "{child} can be challenging and attention seeking and has previously absconded.",
                "Poor school attendance, EWO involved, {they} is choosing not to attend.",
                "Mother failed to protect and minimises the DA. She has not engaged with IDVA.",
                "{child} disclosed that {they} had been hit, however it is alleged and {they} is known to tell lies.",
                "Home conditions good enough. No concerns noted re basic care needs.",
                "{They} is beyond parental control and MOP is unable to put boundaries in place.",
                "{child} refused to go to contact on Saturday.",
                "YP has been involved in CCE and is at risk of NEET; TAF to consider EHCP.",
            ),
            "mixed": (
                "{child} was quiet at first and then told me about {their} new bike.",
                "{adult} says the mornings are hard and {child} is often late for school; the EWO has written twice.",
                "The house was warm and tidy and there was food in the cupboards.",
                "{child} has been missing from home twice this month and {they} would not say where {they} had been.",
                "The CIN plan was talked through. {adult} agreed to ring CAMHS about the waiting list.",
                "{child} said {they} does not like contact with {their} dad because he shouts.",
                "School report that {child} is struggling to concentrate and can be disruptive in class.",
            ),
            "good": (
                "{child} told me that {they} sleeps better since {their} nan moved in.",
                "{child} showed me the picture that {they} drew for {their} teacher and was proud of it.",
                "{adult} has put a lock on the back door, and {child} says that this makes {them} feel safer.",
                '"I don\'t like it when they argue," {child} said. "I go and sit with the dog."',
                "{adult} has been to the parenting group four times and says it has helped her to stay calm.",
                "{child} laughed a lot while we baked, and asked whether I could come on a Tuesday next time.",
            ),
            "to": (
                "You told me that you sleep better since your nan moved in, and I could see that you were less tired.",
                'You said, "I don\'t like it when they argue." Nobody should have to sit on the stairs and listen to that.',
                "You showed me your drawing of the sea. You were proud of it, and so was {adult}.",
                "You asked me not to come during your football, so I will come on Tuesdays from now on.",
                "When we talked about school you went quiet. You do not have to tell me before you are ready.",
                "{adult} told me that you help with your little sister every morning. That is a lot, and we will find help.",
            ),
        },
        (3, 6),
    ),
    (
        "Plan",
        {
            "poor": (
                "SW to liaise with school and update CIN plan.",
                "Referral to YJS and CAMHS to be considered. NFA at this time re the alleged incident.",
                "SW to complete DWP with YP re healthy relationships. To be discussed in supervision.",
            ),
            "mixed": (
                "I will speak to school about a later start and see {child} again on {soon}.",
                "{adult} to ring the GP. I will chase CAMHS this week.",
            ),
            "good": (
                "I will ring {child}'s teacher on Monday about the reading group, and visit again on {soon}.",
                "{adult} will take {child} to the dentist by {soon}; I will check that it happened.",
            ),
            "to": (
                "I will ring your teacher on Monday about the reading group and tell you what she says when I see you on {soon}.",
                "Next time we will make the memory box. I will bring the glue and you said you will bring the shells.",
            ),
        },
        (1, 2),
    ),
)

CONTACT: tuple[Section, ...] = (
    (
        "Reason for contact",
        {
            "poor": (
                "PPN received from police re DV incident between MOC and FOC, child present in the property.",
                "Contact from EDT. YP reported missing and located at address of known associate.",
                "Referral from school: {child} ({age}) has been having sex with an older male and is sexually active.",
                "CPN requests support, mum is not coping and {child} is a handful.",
                "Re-referral, family well known to services, x4 previous contacts and NFA.",
            ),
            "mixed": (
                "The police told us about an argument at home on {when}. {child} was upstairs and heard it.",
                "School rang because {child} came in without a coat for the third time and said {they} was hungry.",
                "The health visitor has sent a MARF because appointments have been missed.",
            ),
            "good": (
                "{child}'s school rang on {when}. {They} had told {their} teacher that {they} was frightened to go home.",
                "The police told us that {adult}'s partner hit her on {when} while {child} was in the next room.",
            ),
            "to": (
                "{child}, your school rang us on {when} because you had told your teacher that you were frightened to go home. You were right to tell her.",
                "{child}, the police wrote to us about what happened at home on {when}. What the grown-ups did was not your fault.",
            ),
        },
        (1, 2),
    ),
    (
        "Checks",
        {
            "poor": (
                "LL checked, previous CIN closed due to non engagement. PNC and CAFCASS checks not completed.",
                "Consent not obtained, MOC did not engage with duty SW x3 calls.",
                "MASH checks not undertaken as does not meet threshold for S47. RAG rated amber.",
                "OLA records requested, ICPC considered previously.",
                "{child} has put {self} in a vulnerable position and has not taken on board advice.",
            ),
            "mixed": (
                "We have known the family since {past}. The last CIN plan ended because things were better.",
                "I rang the school and the health visitor with {adult}'s agreement. Neither had seen any injuries.",
                "Checks were made with police and the GP; the multi-agency safeguarding hub (MASH) was not needed.",
            ),
            "good": (
                "{adult} agreed that I could talk to the school, and they told me that {child} has been tired and tearful.",
                "The records show two other arguments, on {longpast} and on {past}. Both times {adult} rang the police herself.",
            ),
            "to": (
                "I asked {adult} whether I could talk to your school, and she said yes. Your teacher told me how hard you try.",
                "I read what other workers wrote, so that you would not have to tell it all again.",
            ),
        },
        (1, 3),
    ),
    (
        "Outcome",
        {
            "poor": (
                "Does not meet threshold for statutory intervention, step down to EH. NFA.",
                "Progress to C&F assessment. Case to be allocated to BIT.",
                "TM to consider strat. Letter to parents re expectations.",
            ),
            "mixed": (
                "A child and family assessment will start. The family know why.",
                "The Early Help team will ring {adult} this week; no further action (NFA) by us.",
            ),
            "good": (
                "A social worker will visit {child} and {adult} tomorrow to find out what would help.",
                "We will see {child} at school today, before home time, and ask where {they} feels safe.",
            ),
            "to": (
                "Tomorrow {worker} will come to see you at school. You can choose who sits with you.",
                "We decided that somebody should help your family. {worker} will ring {adult} today and see you this week.",
            ),
        },
        (1, 1),
    ),
)

PHONE: tuple[Section, ...] = (
    (
        "",
        {
            "poor": (
                "T/C to MOP, no reply, VM left.",
                "TC from FC, {child} kicking off again at respite and refusing to return to placement.",
                "Call from school DSL. {child} has been excluded for x3 days following aggressive behaviours.",
                "TC to YP, {they} did not engage and put the phone down. Hard to reach.",
                "Call with IRO re CLA review and PEP, both out of timescale.",
                "FOC rang re contact, he is hostile and non compliant with the WA.",
                "{child} made an allegation against step father. MOP does not believe {them} as {they} has lied before.",
            ),
            "mixed": (
                "I rang {adult} on {when}. She is worried about {child}'s temper and the wait for CAMHS.",
                "{child}'s teacher rang. {They} has been on time every day this week.",
                "The foster carer rang about the weekend. {child} had a hard time after contact and slept badly.",
                "I rang {child} to say happy birthday. {They} had a cake at school.",
            ),
            "good": (
                "I rang {adult} on {when}. She told me that {child} has slept through for a week.",
                "{child}'s teacher rang to say that {they} read aloud in assembly and that everybody clapped.",
                "{child} rang me to ask when {they} will see {their} brother. I said that I would find out by Friday.",
            ),
            "to": (
                "You rang me on {when} to ask when you will see your brother. I promised to find out by Friday.",
                "{child}, I rang your teacher today. She said that you read aloud in assembly and everybody clapped.",
                "I rang {adult} and asked how your week had been. She is proud that you went swimming on your own.",
            ),
        },
        (2, 4),
    ),
    (
        "",
        {
            "poor": ("SW to follow up.", "Discussed in sup. Await outcome of LAC health.", "NFA."),
            "mixed": ("I will ring again on {soon}.", "I have asked the school for a meeting."),
            "good": ("I will ring {child} on Friday with the answer.",),
            "to": ("I will ring you on Friday, even if I do not have the answer yet.",),
        },
        (1, 1),
    ),
)

STRATEGY: tuple[Section, ...] = (
    (
        "Information shared",
        {
            "poor": (
                "Strat held with police, health and education. CAIU and LADO in attendance.",
                "{child} has been sexually exploiting {self} online and sending images to older males.",
                "Paediatrician advises CPME not indicated. SARC declined by YP.",
                "There is a history of DV and MOC lacks insight into risk.",
                "{child} has a pattern of risk taking behaviours and is streetwise for {their} age.",
            ),
            "mixed": (
                "A strategy discussion was held with police, school and the school nurse.",
                "{child} told {their} teacher that {adult}'s partner had hit {them} with a belt.",
                "The police have spoken to the man. He is on bail and may not come to the house.",
            ),
            "good": (
                "Police, school and the school nurse met with us on {when} because a man had hurt {child}.",
                "{child} told {their} teacher what he did. Everybody at the meeting believed {them}.",
            ),
            "to": (
                "{child}, on {when} the police, your school and I met quickly because a man had hurt you.",
                "You told your teacher what he did. That was brave, and everybody at the meeting believed you.",
            ),
        },
        (2, 4),
    ),
    (
        "Decision",
        {
            "poor": (
                "S47 joint enquiries agreed, ABE to be considered.",
                "Threshold met for ICPC. SW to complete S47 within 15 WD.",
            ),
            "mixed": (
                "We agreed to make section 47 enquiries together. I will see {child} with the police officer on {soon}.",
            ),
            "good": (
                "I will see {child} today with a police officer who only works with children. He will not be in the house tonight.",
            ),
            "to": (
                "The law calls this a section 47 enquiry: it means that we have to find out who is hurting you and stop it. He may not come to your house.",
            ),
        },
        (1, 1),
    ),
)

OVERSIGHT: tuple[Section, ...] = (
    (
        "Analysis",
        {
            "poor": (
                "MO: info reviewed, agree with SW rec.",
                "Family known. Pattern of non engagement. {child} continues to make poor choices.",
                "Case discussed with SW, no change to plan.",
            ),
            "mixed": (
                "I have read the contact and the chronology. The worry is that {child} hears the arguments and is not sleeping.",
                "The risk is of emotional harm. The school is a strength and knows {child} well.",
            ),
            "good": (
                "I have read the whole record. Taken together it means that {child} has been frightened at home for two years, and that nobody has asked {them} what would help.",
                "The danger is that he comes back to the house while {adult} is at work. What keeps {child} safe is {their} nan, who lives next door, and a school that notices.",
            ),
            "to": (
                "{child}, I am {worker}'s manager. I read everything that has been written about you. I think you have been frightened at home for a long time, and that it was never your job to keep everybody calm.",
                "What worries me is that he might come back while {adult} is at work. What keeps you safe is your nan next door and a teacher who notices.",
            ),
        },
        (1, 2),
    ),
    (
        "History",
        {
            "poor": (
                "{past} - CIN closed.\n{longpast} - PPN received.\n{recent} - NFA.",
                "{recent}: DV, NFA.\n{longpast}: EH declined.\n{past}: C&F, closed.",
            ),
            "mixed": (
                "{longpast} - first contact, from school.\n{past} - assessment, Early Help offered.\n{recent} - contact from police.",
            ),
            "good": (
                "{longpast} - {child}'s school rang first.\n{past} - {adult} asked for help and got it for six weeks.\n{recent} - the police were called by {adult}.",
            ),
            "to": (),
        },
        (0, 1),
    ),
    (
        "Threshold and rationale",
        {
            "poor": ("Threshold not met.", "Level 3. Step down to EH."),
            "mixed": (
                "This is level 3 because {child}'s needs are complex and one service alone cannot meet them.",
                "The threshold for an assessment is met because the same worry has come three times.",
            ),
            "good": (
                "In the threshold document this is level 4: harm is likely to go on without us. I decided this because the same worry has come three times and each time we only wrote a letter.",
                "The Pathways document puts this at level 3, because several services must work together and the family has asked for that.",
            ),
            "to": (
                "We have a threshold document that says when a social worker must be involved. I decided that this is such a time, because the same worry has come to us three times.",
            ),
        },
        (1, 1),
    ),
    (
        "Decision and actions",
        {
            "poor": ("Agreed. SW to progress.", "NFA, close.", "C&F to be completed. SW to update."),
            "mixed": (
                "Decision: assessment. {worker} to visit this week. Review in supervision.",
                "Agreed for a child and family assessment. SW to see {child} by {soon}.",
            ),
            "good": (
                "Decision: a child and family assessment. {worker} will see {child} at school by {soon}. {adult} will be rung today. I will review this on {soon} at 10am.",
            ),
            "to": (
                "So I have decided that {worker} will get to know you and find out what should change. {worker} will see you at school by {soon}. You told {worker} that you want it to be quiet at night; that is written at the top of the plan.",
            ),
        },
        (1, 1),
    ),
)

CLOSURE: tuple[Section, ...] = (
    (
        "Work completed",
        {
            "poor": (
                "CIN plan completed, X6 visits, DWP undertaken. Family have engaged well.",
                "YP did not engage with the sessions offered. Case to close to CSC due to non engagement.",
            ),
            "mixed": (
                "The plan has run for six months. {child} is at school every day, and {adult} has finished the course.",
                "{child} worked with the family support worker for eight weeks on feelings and sleep.",
            ),
            "good": (
                "{child} and {adult} did what they set out to do: there has been no shouting at night since {past}, and {child} sleeps.",
            ),
            "to": (
                "{child}, you and {adult} did what you set out to do. You told me that it is quiet at night now and that you sleep.",
            ),
        },
        (1, 2),
    ),
    (
        "Reason for closure",
        {
            "poor": ("Threshold no longer met. NFA.", "Step down to universal services."),
            "mixed": ("We are closing because the goals of the plan have been met.",),
            "good": (
                "It is right to stop now because the worry that we began with has gone, and {child} said that {they} is happy that we stop.",
            ),
            "to": (
                'We are stopping because the worry that we began with has gone. You said, "It\'s fine, but can I still ring you?" You can.',
            ),
        },
        (1, 1),
    ),
    (
        "What is still needed",
        {
            "poor": (),
            "mixed": ("Ongoing support from school.",),
            "good": (
                "{child} still needs help with reading. {Their} teacher, Mrs Lowe, will carry on with that every morning and is the lead professional. {Their} nan and {their} uncle are {their} safety network.",
            ),
            "to": (
                "You still want help with reading. Mrs Lowe will carry on with that every morning, and she is the person to ring first. Your nan and your uncle are there too.",
            ),
        },
        (0, 1),
    ),
)
