"""Patterns for what must be masked: numbers with check digits and contexts, IBANs by country, secrets in the shapes of API keys.

A factory returns a dictionary: `pattern`, `hit`, and where there is one `validate` or `context`."""

import identifiers
from identifiers import ALNUM, DIGITS, HEX, LOWER, UPPER

ALONE, END = "(?<![0-9A-Za-z])", "(?![0-9A-Za-z])"
PROVINCES = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65]
BANKS = ["海川银行", "临江农商行", "北原信托", "东麓证券", "南浦基金", "西陵保险", "云州租赁", "宁泽期货", "青岭支付", "金沙理财"]
NUMBERS = ["账号", "客户号", "合同号", "保单号", "流水号", "席位号", "卡号", "交易账户", "登记编号", "授信编号"]
SYLLABLES = ["ace", "bri", "clou", "dat", "ever", "flo", "gri", "hexa", "ion", "jet", "kite", "lumi", "meta", "nex", "octo", "pulse", "quo", "rapi", "stra", "tele",
             "uni", "vant", "wave", "xeno", "yoke", "zeph"]
TAILS = ["ly", "io", "base", "mark", "path", "grid", "hub", "cast", "dock", "forge"]


def resident(dice):
    province = str(dice.pick(PROVINCES))
    region = dice.pick([r for r in identifiers.REGIONS if r[:2] == province] or [province + "0101"])
    pattern = ALONE + province + "\\d{4}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]" + END
    return {"pattern": pattern, "validate": "cn-resident-id", "hit": identifiers.resident_id(dice, region)}


def bank_card(dice):
    prefixes = dice.some(identifiers.CARD_PREFIXES[:6], 1) + ["62" + dice.text(DIGITS, 4) for _ in range(dice.between(0, 3))]
    pattern = ALONE + "(?:%s)\\d{10,13}" % "|".join(dict.fromkeys(prefixes)) + END
    return {"pattern": pattern, "validate": "luhn", "hit": identifiers.card(dice, prefixes[0], 19)}


def own_card(dice):
    """Cards of one bank, which has six first digits of its own: of the cards in the texts, few are of a bank that only a large set knows."""
    prefix = "62" + dice.text(DIGITS, 4)
    return {"pattern": ALONE + prefix + "\\d{10,13}" + END, "validate": "luhn", "hit": identifiers.card(dice, prefix, 19)}


def spaced_card(dice):
    first = dice.pick(["4", "5"]) + dice.text("12345", 2)
    body = identifiers.card(dice, first, 16)
    return {"pattern": "(?<!\\d)%s\\d(?:[ -]?\\d{4}){3}(?!\\d)" % first, "validate": "luhn",
            "hit": " ".join(body[at:at + 4] for at in range(0, 16, 4))}


def mobile(dice):
    prefix = dice.pick(identifiers.MOBILE_PREFIXES) + dice.pick(DIGITS)
    return {"pattern": "(?<!\\d)(?:\\+?86[- ]?)?%s\\d{7}(?!\\d)" % prefix, "validate": "cn-mobile", "hit": identifiers.mobile(dice, prefix)}


def account(dice):
    count, bank, number = dice.between(7, 21), dice.pick(BANKS), dice.pick(NUMBERS)
    words = dict.fromkeys([bank, bank[:2] + number, number])
    return {"pattern": "(?<!\\d)[1-9]\\d{%d}(?!\\d)" % (count - 1), "context": {"any": list(words), "within": dice.between(8, 24)},
            "lead": bank + number, "hit": "7" + dice.text(DIGITS, count - 1)}


def document(dice):
    letter, count = dice.pick(UPPER), dice.between(6, 9)
    return {"pattern": ALONE + "%s[A-Z]?\\d{%d}" % (letter, count) + END, "context": {"any": ["证件", "护照", "passport", "document"], "within": 16},
            "lead": "护照", "hit": letter + dice.text(DIGITS, count)}


def shape(dice):
    form = dice.below(5)
    if form == 0:
        zone = dice.pick(["com", "cn", "org", "net"])
        return {"pattern": "(?<![\\w.+-])[A-Za-z0-9._%%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,4}%s\\b" % zone, "hit": "j.smith@mail.example." + zone}
    if form == 1:
        first = dice.pick(["192", "198", "203", "10"])
        return {"pattern": "(?<![\\d.])%s(?:\\.\\d{1,3}){3}(?![\\d.])" % first, "hit": first + ".0.2.17"}
    if form == 2:
        first = dice.text(HEX, 2)
        return {"pattern": "(?<![0-9A-Fa-f:])%s(?::[0-9A-Fa-f]{2}){5}(?![0-9A-Fa-f:])" % first, "hit": first + ":0a" * 5}
    if form == 3:
        count = dice.pick([26, 34, 40, 42])
        return {"pattern": "(?<![0-9A-Za-z])[0-9A-Za-z]{%d}(?![0-9A-Za-z])" % count, "context": {"any": ["密钥", "key", "token"], "within": 20},
                "lead": "密钥", "hit": dice.text(ALNUM, count)}
    area = dice.pick(["01", "02", "07", "05"])
    return {"pattern": "(?<!\\d)%s\\d{1,2}-\\d{7,8}(?!\\d)" % area, "hit": area + "5-23456789"}


NUMBER_KINDS = [resident, resident, bank_card, bank_card, spaced_card, mobile, mobile, account, account, account, document, shape]
RARE_NUMBER_KINDS = [resident, own_card, own_card, spaced_card, mobile, document]


def number(dice):
    """A rule about a number of any kind."""
    return dice.pick(NUMBER_KINDS)(dice)


def rare_number(dice):
    """A rule about a number that begins in one way: most of what a large rule set is made of."""
    return dice.pick(RARE_NUMBER_KINDS)(dice)


def iban(dice, country):
    """A rule about the IBANs of one country."""
    rest = identifiers.IBAN_LENGTHS[country] - 4
    pattern = "(?<![0-9A-Za-z])%s\\d{2}[ ]?(?:[0-9A-Z]{4}[ ]?){%d}[0-9A-Z]{%d}(?![0-9A-Za-z])" % (country, (rest - 1) // 4, (rest - 1) % 4 + 1)
    return {"pattern": pattern, "validate": "iban", "hit": identifiers.iban(dice, country)}


def vendor(dice):
    """The name of a service that does not exist."""
    return dice.pick(SYLLABLES) + dice.pick(SYLLABLES) + dice.pick(TAILS)


def secret(dice):
    """A rule about the keys of one service: by their prefix, or by the service's name and an assignment."""
    name = vendor(dice)
    alphabet, letters = dice.pick([("0-9a-f", HEX), ("0-9A-Za-z", ALNUM), ("0-9a-z", DIGITS + LOWER), ("0-9A-Z", DIGITS + UPPER)])
    count = dice.pick([20, 24, 32, 36, 40, 48, 64])
    if dice.chance(0.55):
        prefix = dice.pick([name[:4] + "_", name[:3] + "-", name[:5] + "_live_", name[:4].upper(), "sk-" + name[:3] + "-"])
        return {"pattern": "\\b%s[%s]{%d}\\b" % (prefix, alphabet, count), "hit": prefix + dice.text(letters, count)}
    key = dice.pick(["key", "token", "secret", "password", "api_key"])
    pattern = "(?i)\\b%s[\\w.-]{0,20}[ \\t]{0,3}(?::|=|=>|:=)[ \\t]{0,3}['\"]?[%s]{%d}\\b" % (name, alphabet, count)
    return {"pattern": pattern, "hit": "%s_%s = %s" % (name, key, dice.text(letters, count))}
