"""What a test that runs in each edition (fixture `lang`) expects in it."""


def pick(lang, zh, en):
    return {"zh": zh, "en": en}[lang]
