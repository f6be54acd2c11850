extension JSONParser {
  mutating func string() throws(Fault) -> String {
    offset += 1
    let start = offset
    var escaped: [UInt8]?
    var clean = start
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        let tail = bytes[clean..<offset]
        offset += 1
        guard var escaped else { return String(decoding: tail, as: UTF8.self) }
        escaped += tail
        return String(decoding: escaped, as: UTF8.self)
      case UInt8(ascii: "\\"):
        var text = escaped ?? []
        text += bytes[clean..<offset]
        try escape(into: &text)
        escaped = text
        clean = offset
      case 0..<0x20:
        throw fault("a string may not run over the end of its line; close it with a quotation mark")
      default:
        offset += 1
      }
    }
    throw Fault(words: "this string is never closed", offset: start - 1)
  }

  mutating func escape(into text: inout [UInt8]) throws(Fault) {
    let start = offset
    offset += 1
    guard let letter = peek else { throw Fault(words: "the text ends inside a string", offset: start) }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += Array(String(try unicodeEscape(start)).utf8)
    default: throw Fault(words: "no such escape in JSON; write \\\\ for a backslash", offset: start)
    }
  }

  mutating func unicodeEscape(_ start: Int) throws(Fault) -> Unicode.Scalar {
    let first = try hexadecimal(start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw Fault(words: "half of a surrogate pair", offset: start)
    }
    let second = try hexadecimal(start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw Fault(words: "half of a surrogate pair", offset: start) }
    return scalar
  }

  mutating func hexadecimal(_ start: Int) throws(Fault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = JSONParser.hexadecimalDigit(byte) else {
        throw Fault(words: "\\u needs four hexadecimal digits", offset: start)
      }
      code = code << 4 + digit
      offset += 1
    }
    return code
  }

  static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return UInt32(byte - UInt8(ascii: "A") + 10)
    default: return nil
    }
  }

  mutating func number() throws(Fault) -> String {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits(start) }
    if take(UInt8(ascii: ".")) { try digits(start) }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits(start)
    }
    if let byte = peek, JSONParser.isWordByte(byte) { throw Fault(words: "no number of JSON", offset: start) }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  mutating func digits(_ start: Int) throws(Fault) {
    let first = offset
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    if offset == first { throw Fault(words: "no number of JSON", offset: start) }
  }

  mutating func word() throws(Fault) -> String {
    let start = offset
    while let byte = peek, JSONParser.isWordByte(byte) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard ["true", "false", "null"].contains(text) else {
      throw Fault(words: "a value should stand here; texts are written in quotation marks", offset: start)
    }
    return text
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "-"), 0x80...:
      return true
    default: return false
    }
  }
}
