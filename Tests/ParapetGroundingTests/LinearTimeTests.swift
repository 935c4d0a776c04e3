import ParapetEntity
import ParapetGrounding
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Texts made to be slow: eight times the length may take a little more than eight times as long, by the clock of the thread.
@Suite struct LinearTimeTests {
  /// One after the other until the length is reached.
  static let pieces = [
    "T+1 ", "周六交收", "按当日净值", "周日提交", "15:30", "贷款期限0天", "投保年龄18至60周岁", "不提供保本理财", "购买", "Jane Roe ", "行长王某，", "必须登记", "年利率5%，",
    "日息万五", "分12期", "“一二三四五六", "起购1元，", "2026年11月28日（星期六）到期", "12%", "未提", "note 9 ", "[1] 5%",
  ]
  static let kinds: [MentionKind] = [
    .schedule, .limit, .answer, .statement, .annualRate, .contradiction, .quotation, .office, .norm, .citation, .equation, .direction,
  ]

  private func threadSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The least of so many runs of one kind, index and all, on a text of `length` bytes.
  private func seconds(_ kind: MentionKind, _ piece: String, _ length: Int, runs: Int) -> Double {
    let text = Array(String(repeating: piece, count: length / piece.utf8.count).utf8)
    let question = Array("谁是行长？".utf8)
    return (0..<runs).map { _ in
      let start = threadSeconds()
      let index = EvidenceIndex(passages: [Passage(id: "a", utf8: text)], question: question)
      _ = index.judge(kind, in: text)
      return threadSeconds() - start
    }.min() ?? 0
  }

  @Test(.timeLimit(.minutes(10)), arguments: pieces) func eightTimesTheTextTakesEightTimesAsLong(_ piece: String) {
    for kind in Self.kinds {
      let (short, long) = (seconds(kind, piece, 500, runs: 2), seconds(kind, piece, 4_000, runs: 1))
      #expect(long < short * 24 + 0.05, "\(kind): \(short) s for 500 bytes, \(long) s for 4,000")
    }
  }

  /// Identifiers, each another one, in the answer; the evidence has as many that are none of them.
  private func seconds(_ kind: MentionKind, _ answer: String, _ evidence: String, count: Int) -> Double {
    func text(_ piece: String, from first: Int) -> [UInt8] {
      (first..<first + count).flatMap { Array(piece.replacing("#", with: String($0)).utf8) }
    }
    let (answer, passage) = (text(answer, from: 100_000), text(evidence, from: 100_000))
    let start = threadSeconds()
    let judgements = EvidenceIndex(passages: [Passage(id: "a", utf8: passage)], question: []).judge(kind, in: answer)
    let time = threadSeconds() - start
    #expect(judgements.count == count)
    return time
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      (MentionKind.lawArticle, "《商业银行法》第#条规定，", "《证券法》第#条规定，"), (.documentNumber, "银发〔2024〕#号，", "银发〔2023〕#号，"),
      (.securityCode, "股票代码#，", "股票代码8#，"), (.contact, "客服电话4008#，", "客服电话4001#0，"),
    ])
  func eightTimesTheIdentifiersTakeEightTimesAsLong(_ kind: MentionKind, _ answer: String, _ evidence: String) {
    let short = seconds(kind, answer, evidence, count: 400)
    let long = seconds(kind, answer, evidence, count: 3_200)
    #expect(long < short * 24 + 0.05, "\(kind): \(short) s for 400, \(long) s for 3,200")
  }
}
