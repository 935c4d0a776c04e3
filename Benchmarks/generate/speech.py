"""Patterns for what must not be said: alternations, bounded gaps, word boundaries, in Chinese and English.

A factory returns a pattern and a text that it matches as a whole. About half of the words are common in a bank's texts, so that rules come
close to matching where they must not."""

import re

VERBS = ["保证", "承诺", "确保", "担保", "锁定", "兜底", "包赔", "稳赚", "套现", "洗白", "代办", "包装", "伪造", "虚构", "篡改", "泄露", "出售", "倒卖", "规避", "绕过", "破解",
         "冒充", "冒用", "盗用", "骗取", "隐瞒", "代签", "代持", "拆分", "挪用", "诱导", "恐吓", "威胁", "曝光", "轰炸", "代操作", "抄底", "荐股", "喊单", "带单", "返佣", "垫资", "过桥",
         "养卡", "提额", "洗钱", "转移", "藏匿", "注销", "刷单", "跑分", "出借", "租用", "收购", "代查", "调取", "导出", "拷贝", "截屏", "外传", "口头答应", "私下约定", "删除", "涂改",
         "代为保管", "刺探", "偷看", "套取", "虚增", "夸大", "贬低", "捏造", "散布", "炒作", "操纵", "拉抬", "打压", "对敲", "串通", "围标"]
NOUNS = ["收益", "本金", "回报", "利息", "流水", "征信", "额度", "验证码", "密码", "客户资料", "身份证", "银行卡", "账户", "交易记录", "审批", "合同", "公章", "发票", "贷款", "信用卡",
         "保单", "理财", "股票", "基金", "期货", "外汇", "虚拟币", "资金", "资产", "净值", "内幕消息", "未公开信息", "持仓", "名单", "手机号", "通讯录", "家人", "单位", "住址", "工资",
         "社保", "公积金", "税单", "房产证", "抵押物", "质押", "授信", "风控模型", "评分", "白名单", "黑名单", "系统提示", "指令", "密钥", "口令", "日志", "数据库", "后台", "权限",
         "录音", "录像", "对账单", "存单", "票据", "信用证", "保证金", "手续费", "佣金", "返点", "业绩", "排名", "牌照", "资质", "背书", "关联方", "受益人"]
ADVERBS = ["绝对", "肯定", "一定", "百分百", "随时", "悄悄", "私下", "轻松", "闭眼", "稳稳", "永远", "毫无风险地", "不留痕迹地", "当天", "秒批", "无条件"]
ASKING = ["如何", "怎么", "怎样", "教我", "帮我", "有没有办法"]
GAP = "[^。！？\\n]"

ACTIONS = ["guarantee", "promise", "assure", "bypass", "evade", "forge", "falsify", "leak", "sell", "conceal", "launder", "structure", "split", "skip", "disable",
           "override", "impersonate", "steal", "scrape", "export", "backdate", "inflate", "fabricate", "manipulate", "dump", "harass", "threaten", "expose", "borrow",
           "rent", "front-run", "churn", "withhold", "tamper with", "unlock", "decrypt", "guess", "phish", "spoof", "reroute"]
OBJECTS = ["return", "profit", "principal", "dividend", "yield", "credit score", "statement", "payslip", "invoice", "signature", "customer list", "passcode",
           "password", "one-time code", "audit trail", "approval", "limit", "threshold", "review", "screening", "sanctions check", "identity document", "tax form",
           "mortgage", "loan file", "insider tip", "earnings report", "order book", "benchmark", "rating", "system prompt", "instruction", "guardrail", "log file",
           "backdoor", "private key", "database", "relative", "employer", "neighbour"]
CERTAIN = ["guaranteed", "assured", "certain", "risk-free", "secret", "hidden", "overnight", "effortless", "tax-free", "untraceable"]


def between(dice, low, high):
    """A gap and something that fits into it."""
    count = dice.between(low, high)
    return "%s{0,%d}" % (GAP, count), "您的"[:count]


def chinese(dice):
    verbs, nouns = dice.some(VERBS, dice.between(2, 5)), dice.some(NOUNS, dice.between(2, 5))
    gap, filler = between(dice, 2, 12)
    form = dice.below(6)
    if form == 0:
        return "(?:%s)%s(?:%s)" % ("|".join(verbs), gap, "|".join(nouns)), verbs[-1] + filler + nouns[0]
    if form == 1:
        adverbs = dice.some(ADVERBS, 2)
        return "(?:%s)(?:能|会)?(?:%s)" % ("|".join(adverbs), "|".join(verbs)), adverbs[0] + "能" + verbs[0]
    if form == 2:
        return "%s(?:的|，|、)?(?:%s)(?:了|过)?" % (nouns[0], "|".join(verbs)), nouns[0] + "的" + verbs[0] + "过"
    if form == 3:
        asking = dice.some(ASKING, 3)
        return "(?:%s)%s(?:%s)%s{0,4}%s" % ("|".join(asking), gap, "|".join(verbs), GAP, nouns[0]), asking[0] + verbs[0] + "该" + nouns[0]
    if form == 4:
        pairs = [verb + noun for verb, noun in zip(verbs, nouns)]
        return "(?:%s)" % "|".join(pairs), pairs[-1]
    return "(?<!不)(?<!禁止)%s\\s{0,4}(?:%s)" % (verbs[0], "|".join(nouns)), verbs[0] + nouns[-1]


def english(dice):
    actions, objects = dice.some(ACTIONS, dice.between(2, 4)), dice.some(OBJECTS, dice.between(2, 4))
    act, thing = "|".join(re.escape(a).replace("\\ ", " ") for a in actions), "|".join(objects)
    space = dice.pick(["\\s+", "\\s{1,4}", " "])
    form = dice.below(4)
    if form == 0:
        certain = dice.some(CERTAIN, 2)
        return "(?i)\\b(?:%s)%s(?:\\w+%s){0,2}(?:%s)s?\\b" % ("|".join(certain), space, space, thing), certain[0] + " monthly " + objects[0]
    if form == 1:
        return "(?i)\\b(?:how|ways?)%sto%s(?:%s)%s(?:the%s)?(?:%s)s?\\b" % (space, space, act, space, space, thing), "How to %s the %s" % (actions[0], objects[0])
    if form == 2:
        return "(?i)\\b(?:%s)\\b.{0,%d}\\b(?:%s)s?\\b" % (act, dice.between(8, 30), thing), actions[0] + " any " + objects[0]
    return "(?i)\\b(?:%s)(?:s|ed|ing)?[- ](?:your|this|a)[- ](?:%s)s?\\b" % (act, thing), actions[0] + " your " + objects[0] + "s"


def rare_english(dice):
    """As `english`, with one word to begin with."""
    action, objects = dice.pick(ACTIONS), dice.some(OBJECTS, dice.between(2, 4))
    body = "(?i)\\b%s(?:s|ed|ing)?\\s+(?:\\w+\\s+){0,%d}(?:%s)s?\\b" % (re.escape(action).replace("\\ ", " "), dice.between(1, 3), "|".join(objects))
    return body, action + " any " + objects[0]


def phrases(dice):
    """A list of phrases, and one of them."""
    count = dice.between(5, 12)
    if dice.chance(0.7):
        list_ = [dice.pick(VERBS) + dice.pick(["", "", "全部", "他人", "客户"]) + dice.pick(NOUNS) for _ in range(count)]
    else:
        list_ = ["%s %s %s" % (dice.pick(ACTIONS), dice.pick(["the", "their", "every"]), dice.pick(OBJECTS)) for _ in range(count)]
    list_ = list(dict.fromkeys(list_))
    return list_, list_[0]
