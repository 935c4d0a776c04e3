"""Numbers that pass their check digits, all made up: what a bank's texts are full of."""

from dice import Dice

DIGITS = "0123456789"
UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LOWER = "abcdefghijklmnopqrstuvwxyz"
HEX = "0123456789abcdef"
ALNUM = DIGITS + UPPER + LOWER

REGIONS = ["110101", "310104", "440305", "330106", "510104", "420102", "320505", "370202", "610113", "500103", "120101", "350203"]
MOBILE_PREFIXES = ["133", "135", "136", "137", "138", "139", "150", "151", "158", "159", "176", "177", "180", "186", "188", "189", "199"]
CARD_PREFIXES = ["621226", "622848", "621700", "622588", "621661", "622202", "436742", "521899", "411111", "552433"]
DOMAINS = ["example.com", "example.org", "mail.example.cn", "bank.example", "corp.example.net"]
GIVEN = ["anna", "li.wei", "zhang.min", "j.smith", "wang_fang", "chen.jie", "maria", "tom.brown", "liu.yang", "support", "k.ito"]

# ISO 13616: the length of an IBAN, country by country.
IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28, "CH": 21, "CR": 22,
    "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22,
    "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30,
    "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31,
    "MU": 30, "NL": 18, "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SE": 24,
    "SI": 19, "SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}


def luhn_digit(digits):
    """The digit that completes `digits` by Luhn (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def card(dice: Dice, prefix=None, length=None):
    """A payment card number with its Luhn digit."""
    head = prefix or dice.pick(CARD_PREFIXES)
    length = length or (16 if head[0] in "45" else 19)
    body = head + dice.text(DIGITS, length - 1 - len(head))
    return body + luhn_digit(body)


def resident_id(dice: Dice, region=None):
    """A mainland identity number with its check character (GB 11643-1999)."""
    born = "%04d%02d%02d" % (dice.between(1950, 2004), dice.between(1, 12), dice.between(1, 28))
    body = (region or dice.pick(REGIONS)) + born + dice.text(DIGITS, 3)
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights)) % 11]


def mobile(dice: Dice, prefix=None):
    """A mainland mobile number."""
    head = prefix or dice.pick(MOBILE_PREFIXES)
    return head + dice.text(DIGITS, 11 - len(head))


def landline(dice: Dice):
    """A mainland landline number."""
    return dice.pick(["010", "021", "0755", "0571", "028"]) + "-" + dice.pick("2345678") + dice.text(DIGITS, 7)


def email(dice: Dice):
    """An e-mail address in a domain reserved for examples (RFC 2606)."""
    return dice.pick(GIVEN) + (dice.text(DIGITS, 2) if dice.chance(0.4) else "") + "@" + dice.pick(DOMAINS)


def iban(dice: Dice, country=None):
    """An IBAN with its check digits (MOD 97-10)."""
    country = country or dice.pick(sorted(IBAN_LENGTHS))
    account = dice.text(DIGITS, IBAN_LENGTHS[country] - 4)
    number = "".join(str(int(c, 36)) for c in account + country + "00")
    return country + "%02d" % (98 - int(number) % 97) + account


def ipv4(dice: Dice):
    """An address of the blocks reserved for documentation (RFC 5737)."""
    return dice.pick(["192.0.2.", "198.51.100.", "203.0.113."]) + str(dice.between(1, 254))
