import ParapetText
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Numerals in groups, with their gaps")
struct NumeralClusterTests {
  @Test(
    "groups of one number count together",
    arguments: [
      ("㊃111 1111 1111 1111", "4111 1111 1111 1111"), ("四111-1111-1111-1111", "4111-1111-1111-1111"), ("4111 ①一一壹 1111", "4111 1111 1111"),
      ("卡四111 1111", "卡4111 1111"), ("一三八 零零一三 八零零零", "138 0013 8000"), ("(⓪21) 5800 - 0000", "(021) 5800 - 0000"),
      ("④ 1 1 1 1 1 1 1", "4 1 1 1 1 1 1 1"), ("29 ④ 1 1 1 1 1 ①", "29 4 1 1 1 1 1 1"), ("1234 567 八", "1234 567 8"),
      ("第① 四111 1111 一万", "第① 4111 1111 一万"), ("张三4①11 1111 1111", "张三4111 1111 1111"), ("1111 1①11 1111一张", "1111 1111 1111一张"),
      ("①4111 1111", "14111 1111"), ("①41㊀1-1111", "①4111-1111"), ("622848①34 0012", "622848134 0012"),
    ])
  func joined(text: String, expected: String) {
    #expect(Fold.numerals.apply(text) == expected)
  }

  @Test(
    "what numbers, dates or hides stays",
    arguments: [
      "① 1234 ② 5678", "一 1234567 二 7654321", "1. ① 1234 ② 5678 ③", "(1) 登录 ① 2026年", "第四 111 页", "一、二、三、四、五、六、七、八", "四111 11 - -- 11",
      "二〇二六年 1234567", "1234567 一百三十八", "138 ○○○○ 8000", "4111 ○○○○ 一111", "四111，1111，1111", "张三 4111 1111 ①",
    ])
  func apart(text: String) {
    #expect(Fold.numerals.apply(text) == text)
  }

  @Test(
    "an amount in words takes its own numerals only",
    arguments: [
      ("一38零013八000元", "13800138000元"), ("四111111111111111一万元", "4111111111111111一万元"), ("三十一38零013八000", "三十一3800138000"),
      ("二〇二六一二三年", "二〇二六一二三年"), ("十二13①00138000", "十二13100138000"),
    ])
  func amounts(text: String, expected: String) {
    #expect(Fold.numerals.apply(text) == expected)
  }

  @Test(
    "one Han numeral beside a number folds where it is the only one",
    arguments: [
      ("卡号四111111111111111", "卡号4111111111111111"), ("卡号四1111111①1111111", "卡号四111111111111111"), ("1380013800零吗", "13800138000吗"),
      ("1380013⑧00零吗", "13800138000吗"), ("1①380013800零吗", "11380013800零吗"),
    ])
  func lonely(text: String, expected: String) {
    #expect(Fold.numerals.apply(text) == expected)
  }

  @Test("eight times the text takes eight times as long", arguments: ["一 ", "① 11 ", "1 ", "四111-", "一零", "11 一 ", "一万", "①○ "])
  func linear(piece: String) {
    func seconds(_ length: Int) -> Double {
      let text = Text(String(repeating: piece, count: length / piece.utf8.count))
      return (0..<3).map { _ in
        let start = threadSeconds()
        _ = text.view(.numerals)
        return threadSeconds() - start
      }.min() ?? 0
    }
    let (short, long) = (seconds(20_000), seconds(160_000))
    #expect(long < short * 24 + 0.05, "\(short) s for 20,000 bytes, \(long) s for 160,000")
  }

  private func threadSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
