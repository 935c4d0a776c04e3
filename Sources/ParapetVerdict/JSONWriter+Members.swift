import ParapetFormat

extension JSONWriter {
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    endObject()
  }

  mutating func member(_ name: StaticString, _ value: String) {
    key(literal: name)
    self.value(value)
  }

  mutating func member(_ name: StaticString, _ value: String?) {
    key(literal: name)
    if let value { self.value(value) } else { null() }
  }

  mutating func member(_ name: StaticString, _ value: Int) {
    key(literal: name)
    self.value(value)
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    key(literal: name)
    self.value(value)
  }

  mutating func list<Element>(_ name: StaticString, _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void) {
    key(literal: name)
    beginArray()
    for element in elements { write(element, &self) }
    endArray()
  }
}
