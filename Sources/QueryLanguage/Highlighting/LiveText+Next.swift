internal import Diagnostics
internal import NewsModel

extension LiveText {
  /// One line about what may come behind some parts; nil where there is nothing to tell.
  func next(behind parts: ArraySlice<SourceMark>) -> String? {
    guard let last = parts.last else { return nil }
    let isInCondition = isInCondition(parts)
    switch last.meaning {
    case .path(_, let type) where isInCondition:
      return "next: " + LanguageHelp.operators(for: type.value).map(\.name).joined(separator: ", ")
    case .mark(let sign) where LanguageHelp.operators.contains { $0.name == sign }:
      if parts.count > 1, case .path = marks[parts.endIndex - 2].meaning {
        return hint(about: parts.endIndex - 2)
      }
    case .keyword("in"), .keyword("between"), .keyword("is"):
      if isInCondition { return hint(about: parts.endIndex - 1) }
    case .mark("("):
      guard parts.count > 1 else { break }
      switch marks[parts.endIndex - 2].meaning {
      case .definition, .function: return hint(about: parts.endIndex - 2)
      default: break
      }
    case .mark("|"):
      return "next: a stage such as count by, sort by, take, show, chart; Tab lists them"
    case .mark(";"): return nil
    case .name, .word, .date, .text, .number, .parameter:
      if last.isUnknownValue { return hint(about: parts.endIndex - 1) }
      if let error = errors.first { return error.message }
      if isInCondition { return "next: and, or, | and a stage; Enter runs it" }
    case .function: return hint(about: parts.endIndex - 1)
    case .table, .definition:
      if parts.count == 1 { return "next: where, since, in, search, | and a stage; Enter runs it" }
    default: break
    }
    return stageHint(behind: parts)
  }

  /// Whether the keyword before the end of some parts begins a condition.
  ///
  /// - Parameter isStart: whether that keyword must be the last of them.
  func isInCondition(_ parts: ArraySlice<SourceMark>, isStart: Bool = false) -> Bool {
    for part in (isStart ? parts.suffix(1) : parts).reversed() {
      switch part.meaning {
      case .mark("|"), .mark(";"): return false
      case .keyword("in"), .keyword("between"), .keyword("is"): continue
      case .keyword(let word): return LiveText.conditionWords.contains(word)
      default: continue
      }
    }
    return false
  }

  /// The form of the stage that is being written.
  private func stageHint(behind parts: ArraySlice<SourceMark>) -> String? {
    for (index, part) in zip(parts.indices, parts).reversed() {
      switch part.meaning {
      case .keyword(let word):
        if let entry = stage(word), entry.syntax != entry.name { return hint(about: index) }
      case .mark("|"), .mark(";"): return nil
      default: break
      }
    }
    return nil
  }

  private static let conditionWords: Set<String> = ["where", "and", "or", "not", "no", "known"]
}

extension SourceMark {
  /// Whether it is a word that nothing can be told about before it goes on.
  var isOpenWord: Bool {
    switch meaning {
    case .unknown, .unboundPath, .text, .newName: true
    default: false
    }
  }
}

extension LanguageHelp {
  /// The operators that may stand behind a field of a type; all where it is not known.
  static func operators(for type: ValueType?) -> [Entry] {
    operators.filter { entry in
      switch entry.name {
      case "and", "*", "@", "$", "no", "only", "certainly", "possibly", "in (QUERY)": return false
      case "~", "!~": return type != .date && type != .integer && type != .number
      case "<", "<=", ">", ">=", "between":
        if type == .category { return false }
        if case .reference = type { return false }
        return true
      default: return true
      }
    }
  }
}
