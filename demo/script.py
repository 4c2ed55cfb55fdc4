"""What the colleague says. Her interview is real input: the bot rates it like anybody's."""

COLLEAGUE = "Dana"
ORGANISER = "Charlie"
CHANNEL = "interview-practice"
QUESTION = "A disagreement"
COUNTRY = "DE"

ANSWERS: tuple[tuple[str, ...], ...] = (
    (
        "Last spring I was the on-call nurse lead for the new handover sheet at our clinic. "
        "We had four weeks until the winter rota began.",
        "Our ward manager, Priya, wanted to go live on paper first. I wanted the tablet form at "
        "once. If handovers got lost, patients on two wards would miss a dose.",
    ),
    (
        "Priya wanted paper because the tablets had failed her in a night shift the year before. "
        "I wanted the form because I had counted nine unreadable sheets in one week.",
        "I asked her to walk me through that night. It turned out the tablets were fine, the wifi "
        "in room 12 was not. She was right that nobody had tested it.",
    ),
    (
        "We could stay on paper, which was safe and slow. We could go live with tablets on both "
        "wards, which saved twenty minutes a shift but failed without wifi.",
        "Or tablets on one ward with paper beside it for two weeks. That cost us double writing. "
        "I preferred the last one, because a gap would show within days and harm nobody.",
    ),
    (
        "I wrote the three ways on one page and we went through it with the night team. Priya asked "
        "for a paper pad in every room and I put that in.",
        "We agreed on ward B for two weeks from 3 May, and to stop if one handover was missing.",
    ),
    ("It went well in the end and everybody was happy with the tablets.",),
)
BETTER_RESULT = (
    "In two weeks no handover was missing out of 84, against nine unreadable ones a week before. "
    "We took it to both wards in June. Priya now brings me her worries before a launch, and the "
    "paper pad in every room has stayed as our rule for anything new."
)
OWN_RATINGS = (
    "4 · strong",
    "3 · mostly there",
    "3 · mostly there",
    "3 · mostly there",
    "3 · mostly there",
)
