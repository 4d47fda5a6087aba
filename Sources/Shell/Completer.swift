internal import Diagnostics
internal import FoundationEssentials
internal import NewsSession

/// Finds what may stand at the cursor: in a query, after a dot command, in the name of a file.
struct Completer {
  /// What knows the language.
  let session: NewsSession
  /// The lessons that there are.
  var lessons: () -> [Lesson] = { [] }

  /// The candidates at byte offset `cursor` of `text`; blanks before a dot command, which keep a line
  /// out of the history, change nothing.
  func completions(in text: String, at cursor: Int) -> CompletionList {
    let blanks = text.utf8.prefix { $0 == 0x20 }.count
    let rest = String(decoding: text.utf8.dropFirst(blanks), as: UTF8.self)
    guard blanks > 0, cursor > blanks, rest.hasPrefix(".") || rest.hasPrefix("?") else {
      return completions(inUnindented: text, at: cursor)
    }
    var list = completions(inUnindented: rest, at: cursor - blanks)
    list.range = SourceRange(list.range.lower + blanks, list.range.upper + blanks)
    return list
  }

  private func completions(inUnindented text: String, at cursor: Int) -> CompletionList {
    let line = EditedLine(text: text, cursor: cursor)
    let before = String(line.before)
    guard DotCommandLine.isCommand(before) || before == "." else {
      return session.completions(in: text, at: cursor)
    }
    guard let input = DotCommandLine(before),
      before.contains(where: \.isWhitespace) || before.hasPrefix("?")
    else { return commands(typed: before) }
    let isNewWord = before.last?.isWhitespace ?? true
    let word = isNewWord ? nil : input.words.last
    let start = word?.start ?? before.utf8.count
    let range = SourceRange(start, before.utf8.count)
    guard case .command(let command) = DotCommand.named(input.name) else {
      return CompletionList(range: range, items: [])
    }
    if command.argument == .entityPhrases { return phrase(in: input, before: before) }
    if command.argument == .query { return query(in: text, at: cursor, from: input) }
    let typed = word?.text ?? ""
    return CompletionList(range: range, items: candidates(for: command.argument, typed: typed))
  }

  private func commands(typed: String) -> CompletionList {
    let items = DotCommand.all.compactMap { command -> CompletionItem? in
      let name = command.names.map { "." + $0 }.first { $0.hasPrefix(typed.lowercased()) }
      return name.map {
        CompletionItem(
          insertion: $0, label: $0, detail: command.summary, kind: .command)
      }
    }
    return CompletionList(range: SourceRange(0, typed.utf8.count), items: items)
  }

  private func candidates(for argument: DotCommand.Argument, typed: String) -> [CompletionItem] {
    switch argument {
    case .none, .query: []
    case .file: files(typed: typed)
    case .format: words(ResultFormat.allCases.map(\.rawValue), typed: typed)
    case .onOff: words(["on", "off"], typed: typed)
    case .theme: words(Theme.allCases.map(\.rawValue), typed: typed)
    case .config: words(["init"], typed: typed)
    case .lesson: lessonWords(typed: typed)
    case .topic: words(session.namedHelpTopics, typed: typed, kind: .keyword) { topicLine($0) }
    case .definition:
      words(session.definitions.map(\.name), typed: typed, kind: .table) { definitionLine($0) }
    case .entities, .entityPhrases: entities(typed: typed) { quotedIfSpaced($0) }
    }
  }

  /// The candidates in the query behind the command.
  private func query(in text: String, at cursor: Int, from input: DotCommandLine) -> CompletionList
  {
    let start = input.words.first?.start ?? cursor
    let query = String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
    var list = session.completions(in: query, at: cursor - start)
    list.range = SourceRange(list.range.lower + start, list.range.upper + start)
    return list
  }

  /// The names that go on what was typed behind the command, its sign or 'from'.
  private func phrase(in input: DotCommandLine, before: String) -> CompletionList {
    let signs: Set<String> = ["=", "!=", "from"]
    let rest = input.words.reversed().prefix { !signs.contains($0.text) }
    let start = rest.last?.start ?? before.utf8.count
    let typed = String(decoding: before.utf8.dropFirst(start), as: UTF8.self)
    let opens = typed.hasPrefix("\"")
    let items = entities(typed: opens ? String(typed.dropFirst()) : typed) { name in
      opens || name.contains(where: { "=#".contains($0) }) ? "\"\(name)\"" : name
    }
    return CompletionList(range: SourceRange(start, before.utf8.count), items: items)
  }

  /// The entities whose name, or whose id where an `@` is typed, begins so; the most mentioned first.
  private func entities(typed: String, inserting insertion: (String) -> String) -> [CompletionItem]
  {
    let query = "mentions where entity = "
    let text = query + (typed.hasPrefix("@") ? typed : "\"" + typed.filter { $0 != "\"" })
    return session.completions(in: text, at: text.utf8.count).items
      .filter { !$0.label.hasPrefix("$") }
      .map { item in
        CompletionItem(
          insertion: item.label.hasPrefix("@") ? item.label : insertion(item.label),
          label: item.label, detail: item.detail, kind: item.kind)
      }
  }

  private func quotedIfSpaced(_ name: String) -> String {
    name.contains(where: \.isWhitespace) ? "\"\(name)\"" : name
  }

  private func words(
    _ words: [String], typed: String, kind: CompletionItem.Kind = .keyword,
    detail: (String) -> String = { _ in "" }
  ) -> [CompletionItem] {
    let lowered = typed.lowercased()
    let found = words.filter { $0.lowercased().hasPrefix(lowered) }
    let likeness = found.isEmpty ? Likeness(lowered) : nil
    return
      (likeness.map { like in words.filter { like.distance(to: $0.lowercased()) != nil } }
      ?? found).map { CompletionItem(insertion: $0, label: $0, detail: detail($0), kind: kind) }
  }

  /// The first line of what help says on a topic, behind the topic itself.
  private func topicLine(_ topic: String) -> String {
    let sections = ReferenceSection.all + [.diagnostics]
    if let section = sections.first(where: { $0.name == topic }) { return section.title }
    if topic == "tables" { return "what there is to ask about" }
    if topic == "fields" { return "what the rows of each table have" }
    let lines = (session.help(on: topic) ?? "").split(separator: "\n").map { String($0) }
    guard let first = lines.first else { return "" }
    if first.hasPrefix(topic + ": ") { return String(first.dropFirst(topic.count + 2)) }
    return lines.count > 1 && lines[1].hasPrefix("  ")
      ? lines[1].trimmingPrefix { $0 == " " }.description : first
  }

  private func definitionLine(_ name: String) -> String {
    guard let definition = session.definitions.first(where: { $0.name == name }) else { return "" }
    return definition.help.isEmpty ? definition.signature : definition.help
  }

  /// Files and folders; those that are hidden only where the name is begun with a dot.
  private func files(typed: String) -> [CompletionItem] {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { typed[...$0] } ?? ""
    let start = slash.map { typed[typed.index(after: $0)...] } ?? typed[...]
    let path = folder.isEmpty ? "." : expandingHome(String(folder))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasPrefix(start) && (!$0.hasPrefix(".") || start.hasPrefix(".")) }
      .sorted().map { name in
        var isFolder = false
        _ = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
        let size = isFolder ? nil : fileSize(path + "/" + name)
        let ending = isFolder ? "/" : ""
        return CompletionItem(
          insertion: escaped(folder + name) + ending, label: name + ending,
          detail: isFolder ? "folder" : size ?? "", kind: .file)
      }
  }

  /// How large a file is: `12 kB`; nil where that cannot be told.
  private func fileSize(_ path: String) -> String? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let size = attributes?[.size] as? Int else { return nil }
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    var (number, unit) = (size, 0)
    while number >= 10_000, unit < units.count - 1 {
      (number, unit) = ((number + 500) / 1000, unit + 1)
    }
    return "\(number) \(units[unit])"
  }

  /// A word in which spaces, quotes and backslashes are kept by backslashes.
  private func escaped(_ word: String) -> String {
    word.reduce(into: "") { out, character in
      if character.isWhitespace || "\\\"'".contains(character) { out.append("\\") }
      out.append(character)
    }
  }
}
