public import ParapetFormat
import ParapetRule
public import ParapetVerdict

extension PassingVerdict {
  /// Writes the verdict on the event in `record`, in which `glance` saw nothing to find.
  public func write(_ record: EventRecord, _ glance: Glance, timingMicroseconds: Int? = nil, to writer: inout JSONWriter) {
    let text: Inside = if let verbatim = unsafe record.verbatimText { unsafe .escaped(verbatim) } else { unsafe .plain(record.text) }
    let subject = unsafe Subject(
      id: record.id, stage: record.stage.rawValue, channel: record.channel, traceID: record.traceID, text: text)
    write(
      subject, unjudged: glance.unjudged, rules: glance.rules, evaluated: glance.evaluated, skipped: { glance.skipped[$0.place] },
      timingMicroseconds: timingMicroseconds, to: &writer)
  }
}
