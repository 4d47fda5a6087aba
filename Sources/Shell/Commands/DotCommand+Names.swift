internal import NewsSession

extension DotCommand {
  static let alias = DotCommand(
    names: ["alias"], usage: "A = B", summary: "A is another name of B; 'A != B': they are two",
    help: """
      Articles that name A then name B's entity, which keeps its name. Where A is
      only a short form in some articles, those articles alone are meant. A kind or
      a country in brackets tells namesakes apart: 'Tripoli (Lebanon)'.
      At a prompt on one folder the word is kept in its file dateline.aliases.
      """,
    group: .names, argument: .entityPhrases, arity: 2...Int.max
  ) { shell, words in
    // A quoted name has lost its quotes, which the form of the file needs round signs.
    let line = words.map { word in
      word.contains(where: \.isWhitespace) && word.contains(where: { "=#".contains($0) })
        ? "\"\(word)\"" : word
    }.joined(separator: " ")
    let source = SourceText(name: ".alias", text: line)
    let read = AliasText(source)
    guard let entry = read.entries.first, read.diagnostics.isEmpty else {
      for diagnostic in read.diagnostics {
        shell.say(shell.style.diagnosticRenderer.render(diagnostic, in: source) + "\n")
      }
      if read.diagnostics.isEmpty { shell.complain("'.alias' needs two names: '.alias A = B'") }
      return .failed
    }
    return shell.correct(entry.correction) ? .done : .failed
  }

  static let merge = DotCommand(
    names: ["merge"], usage: "A B", summary: "make one of two entities; B's name stays",
    help: """
      A and B are ids or names as queries take them: '.merge @a @b'. A name with
      spaces is quoted: '.merge "Ada Brook" Brook'. '.split A' undoes it.
      """,
    group: .names, argument: .entities, arity: 2...2
  ) { shell, words in
    do throws(NameCorrectionError) {
      let correction = try shell.session.merger(of: words[0], into: words[1])
      guard folded(correction.name) != folded(correction.other) else {
        shell.complain("\(quoted(words[0])) and \(quoted(words[1])) are one entity already")
        return .failed
      }
      return shell.correct(correction) ? .done : .failed
    } catch {
      shell.complain(error.message, hint: error.hint)
      return .failed
    }
  }

  static let split = DotCommand(
    names: ["split"], usage: "A [from B]",
    summary: "undo that A was made one with others, or keep it apart",
    help: """
      Takes back what '.alias' and '.merge' said of A. Where nothing was said, A is
      kept apart from the entity that it was taken for; 'from' says from which name.
      """,
    group: .names, argument: .entityPhrases, arity: 1...Int.max
  ) { shell, words in
    if let from = words.firstIndex(of: "from"), from > 0, from < words.count - 1 {
      let name = words[..<from].joined(separator: " ")
      let other = words[(from + 1)...].joined(separator: " ")
      return shell.correct(NameCorrection(name, .different, other)) ? .done : .failed
    }
    do throws(NameCorrectionError) {
      let undoing = try shell.session.separation(of: words.joined(separator: " "))
      if let correction = undoing.correction {
        return shell.correct(correction) ? .done : .failed
      }
      return shell.takeBack(undoing.takingBack) ? .done : .failed
    } catch {
      shell.complain(error.message, hint: error.hint)
      return .failed
    }
  }

  static let aliases = DotCommand(
    names: ["aliases"], usage: "[FILE]",
    summary: "what was said of names; with FILE, read and keep it there",
    help: """
      A line of the file is 'A = B' or 'A != B'; '#' begins a comment. Of a folder
      of articles the file dateline.aliases in it is read with them.
      """,
    group: .names, argument: .file, arity: 0...1
  ) { shell, words in
    if let path = words.first {
      return shell.readAliases(at: expandingHome(path)) ? .done : .failed
    }
    return shell.listAliases() ? .done : .failed
  }
}
