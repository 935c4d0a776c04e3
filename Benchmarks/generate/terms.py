"""Names for a watch list: firms and people, Chinese and English, all made up and all different."""

from dice import Dice

CITIES = ["海川", "临江", "北原", "东麓", "南浦", "西陵", "云州", "宁泽", "青岭", "金沙", "永康", "嘉禾", "瑞安", "泰和", "新丰", "长乐"]
STEMS = "安邦昌诚德丰福富冠光广国海豪恒弘宏华汇嘉佳建金京景巨聚凯康科坤朗力立利联龙隆茂铭牧农鹏启强庆荣瑞润森盛世顺硕泰腾天通万旺威伟文祥鑫信兴雄旭洋耀亿益盈永裕远源悦泽展正志中众卓"
TRADES = ["贸易", "实业", "矿业", "投资", "科技", "物流", "能源", "建材", "电子", "商务咨询", "供应链管理", "进出口", "国际船务", "融资租赁"]
FORMS = ["有限公司", "有限责任公司", "股份有限公司", "集团有限公司", "合伙企业"]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红鹏辉玲飞鑫波斌宇浩凯峰琳颖欣悦晨阳雪梅倩婷瑶梦璐思佳嘉怡子涵梓轩浩然俊雨桐诗琪语嫣皓博睿泽楷骏豪奕哲瀚霖"
FIRST = ["Adrian", "Bettina", "Carlos", "Dmitri", "Elena", "Farid", "Greta", "Hamid", "Ingrid", "Jorge", "Katya", "Lorenzo", "Mirela", "Nasser", "Oksana",
         "Pavel", "Quentin", "Rashid", "Svetlana", "Tomas", "Ursula", "Viktor", "Wanda", "Xavier", "Yusuf", "Zoran"]
SYLLABLES = ["bal", "cor", "dra", "fen", "gor", "hal", "jor", "kal", "lem", "mar", "nov", "ost", "pra", "rus", "sol", "tar", "ul", "ver", "wol", "zan", "ik",
             "en", "or", "ach", "ova", "man", "stein", "idze", "escu", "ari"]
SECTORS = ["Trading", "Shipping", "Holdings", "Petroleum", "Minerals", "Aviation", "Logistics", "Capital", "Industries", "Marine Services", "Commodities"]
ENDINGS = ["Ltd", "LLC", "GmbH", "FZE", "S.A.", "Pte Ltd", "Co", "Inc"]


def term(dice):
    """One name."""
    roll = dice.below(100)
    if roll < 40:
        return dice.pick(CITIES) + dice.text(STEMS, dice.between(2, 3)) + dice.pick(TRADES) + dice.pick(FORMS)
    if roll < 60:
        return dice.pick(SURNAMES) + dice.text(GIVEN, 2)
    if roll < 85:
        return word(dice) + " " + dice.pick(SECTORS) + " " + dice.pick(ENDINGS)
    return dice.pick(FIRST) + " " + word(dice)


def word(dice):
    """A name of three or four syllables."""
    return "".join(dice.pick(SYLLABLES) for _ in range(dice.between(3, 4))).capitalize()


def terms(count, seed=20260702):
    """`count` different names; a shorter list is the head of a longer one."""
    dice = Dice(seed)
    names = {}
    while len(names) < count:
        names.setdefault(term(dice))
    return list(names)
