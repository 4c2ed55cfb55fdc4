"""Four invented answers: a strong and a weak one to each question."""

STRONG_DISAGREEMENT = {
    "situation": (
        "In October 2023 I ran the school library, and we had six weeks to choose a new lending "
        "system for 900 pupils. The deputy head, Mrs Okafor, wanted to buy the one that the town "
        "library uses. If it was late, pupils would lose their books for the exam term. "
        "I was responsible for the choice and for the budget of 4,000 euros."
    ),
    "root": (
        "She wanted one card for town and school; I wanted something that a twelve year old can "
        "use alone. I asked her why the card mattered so much, and it turned out that parents had "
        "complained to her about fines for two years. For her it was about the parents, because "
        "she answers their calls, and for me it was about the queue at lunch. She had a good "
        "point: nobody had ever told me about those calls."
    ),
    "options": (
        "We could buy the town's system, which costs 3,800 a year but gives one card. Or take a "
        "free one, which is cheaper but needs me to enter 7,000 books by hand. Or keep paper for "
        "one more year, which costs nothing but keeps the queue. I timed the queue for ten days: "
        "11 minutes on average. I preferred the free one because the queue was the thing that "
        "pupils complained about most."
    ),
    "alignment": (
        "I wrote one page with the three choices and sat down with her and two parents for an "
        "hour. She said that the fines had to go in any case, and she was right, so I changed my "
        "proposal and dropped fines altogether. We agreed to try the free system with year 7 "
        "until Christmas, and to stop if the queue was longer than 5 minutes. I entered the first "
        "2,000 books myself and trained four pupils to do the rest."
    ),
    "result": (
        "By January the whole school was on it and no pupil lost a book in the exam term. "
        "The queue went from 11 minutes to 3. Complaints about fines fell from 20 a year to none. "
        "Mrs Okafor now asks me to look at every purchase with her before she signs. "
        "We still write one page before we buy anything."
    ),
}

WEAK_DISAGREEMENT = {
    "situation": "There was a disagreement at work about a project. It was important.",
    "root": "Different opinions.",
    "options": "We looked at some options.",
    "alignment": "It was discussed in a meeting.",
    "result": "It went well.",
}

STRONG_MISTAKE = {
    "situation": (
        "In May 2022 I was the night nurse in charge of a ward with 24 beds. I wanted to move the "
        "medicine round to a new list so that the day shift could start at seven. Three patients "
        "on insulin depended on that list, because it said who had eaten. The new list was my "
        "decision."
    ),
    "mistake": (
        "I copied the list by hand and left out bed 14. I did not compare it with the old one. "
        "Mr Hale in bed 14 got his insulin two hours late and felt dizzy until the afternoon. "
        "I assumed that the day shift had a copy of their own, and nothing in our handover asked "
        "for a second pair of eyes."
    ),
    "remediation": (
        "At 9:10 I gave the dose, measured his sugar every fifteen minutes and called the doctor. "
        "I told Mr Hale and his daughter the same morning what had happened and why. I went "
        "through all 24 beds with a colleague and corrected the list, and we checked each line "
        "against the chart. Two days later five of us sat down for a review and found two causes: "
        "copying by hand and no check at handover. Each cause got an owner and a date."
    ),
    "prevention": (
        "Because copying by hand was the cause, the list is now printed from the chart, and a "
        "printed list without a bed count cannot be signed. Before every handover two nurses now "
        "count the beds aloud. Every time I write a list, I now compare it with the chart before "
        "I put the pen down."
    ),
    "growth": (
        "Since then I have done 40 night rounds with the printed list, the last in March, and "
        "caught two missing beds before the round. Late doses went from five a month to one. "
        "The surgical ward copied the bed count last year. I used to think that being careful "
        "was a check; now I know that a check is somebody else's eyes."
    ),
}

WEAK_MISTAKE = {
    "situation": "I worked on a project and it was a busy time.",
    "mistake": "Mistakes were made and it caused problems.",
    "remediation": "It was fixed in the end.",
    "prevention": "More attention is paid to this.",
    "growth": "It is going better.",
}

SAMPLES = [
    ("disagreement", STRONG_DISAGREEMENT),
    ("disagreement", WEAK_DISAGREEMENT),
    ("mistake", STRONG_MISTAKE),
    ("mistake", WEAK_MISTAKE),
]
