import NewsModel
import TestSupport
import Testing

@testable import NewsStore

@Suite struct StringPoolTests {
  @Test func theFirstCodeIsUnknown() {
    let pool = StringPool()
    #expect(pool.count == 1)
    #expect(pool[StringPool.unknown] == "")
    #expect(pool.code(of: "") == StringPool.unknown)
    #expect(pool.code(of: "x") == nil)
  }

  @Test func codesStayAndAreFoundAgain() {
    var pool = StringPool()
    var codes: [String: UInt32] = [:]
    for number in 0..<5000 {
      let text = "name \(number % 2500) é"
      let code = pool.intern(text)
      #expect(codes[text, default: code] == code)
      codes[text] = code
    }
    #expect(codes.count == 2500 && pool.count == 2501)
    for (text, code) in codes {
      #expect(pool[code] == text)
      #expect(pool.code(of: text) == code)
    }
  }

  @Test func spellingsShareAFoldedForm() {
    var pool = StringPool()
    let codes = ["Orvalle", "ORVALLE", "Órvalle", "Or-valle"].map { pool.intern($0) }
    #expect(pool.codes(foldedEqual: "orvalle") == Array(codes.prefix(3)))
    #expect(pool.codes(foldedEqual: "or valle") == [codes[3]])
    #expect(pool.codes(foldedEqual: "nothing").isEmpty)
    #expect(pool.foldedText(codes[2]) == "orvalle")
    #expect(pool.foldedID(codes[0]) == pool.foldedID(codes[2]))
    #expect(pool.foldedID(codes[0]) != pool.foldedID(codes[3]))
  }

  @Test func aCopyDoesNotGrowWithTheOriginal() {
    var pool = StringPool()
    _ = pool.intern("one")
    let copy = pool
    _ = pool.intern("two")
    #expect(copy.count == 2 && copy.code(of: "two") == nil)
  }
}

@Suite struct PostingsTests {
  @Test(arguments: [3, 40, 5000]) func agreeWithAScan(_ keyCount: Int) {
    var random = SplitMix(seed: UInt64(keyCount))
    let unknown = UInt32(keyCount - 1)
    let values = (0..<300).map { _ in UInt32(random.next() % UInt64(keyCount)) }
    let postings = Postings(values: values, unknown: unknown, keyCount: keyCount)
    for key in 0..<UInt32(keyCount + 2) {
      let wanted = values.indices.filter { values[$0] == key && key != unknown }.map { UInt32($0) }
      #expect(Array(postings.rows(of: key)) == wanted)
      #expect(postings.count(of: key) == wanted.count)
    }
    #expect(postings.keys == Set(values).subtracting([unknown]).sorted())
    #expect(postings.entryCount == values.count { $0 != unknown })
  }

  @Test func listsEnterEachValue() {
    var builder = ListBuilder()
    builder.append([2, 0, 2])
    builder.append([])
    builder.append([0])
    let postings = Postings(list: builder.column, keyCount: 3)
    #expect(Array(postings.rows(of: 0)) == [0, 2])
    #expect(Array(postings.rows(of: 2)) == [0])
    #expect(postings.rows(of: 1).isEmpty)
  }
}

@Suite struct KeyIndexTests {
  @Test func valuesAreFoundByKey() {
    var builder = KeyIndex.Builder()
    for (value, key) in [(3, "b"), (0, "a"), (3, "a"), (0, "a"), (9, ""), (7, "b")] {
      builder.add(UInt32(value), under: key)
    }
    let index = builder.finish()
    #expect(Array(index["a"]) == [0, 3])
    #expect(Array(index["b"]) == [3, 7])
    #expect(index[""].isEmpty)
    #expect(index["c"].isEmpty)
  }
}
