internal import Diagnostics
internal import NewsSession

extension Shell {
  /// Where the user's word on names is kept.
  enum AliasKeeping: Equatable {
    /// Nothing is loaded yet.
    case nowhereYet
    /// In this file; `isChosen` where the user named it.
    case file(AliasFile, isChosen: Bool)
    /// In no file, since the articles come from several places or from the program itself.
    case session
  }

  // MARK: Saying who is who

  /// Takes the user's word on two names, says what came of it and keeps it.
  func correct(_ correction: NameCorrection) -> Bool {
    let earlier = session.corrections.first {
      $0.isAboutSameNames(as: correction) && $0.relation != correction.relation
    }
    guard let outcome = session.correct([correction]).first else { return false }
    let line = AliasText.line(correction)
    switch outcome {
    case .applied, .alreadySo:
      inform(
        (outcome == .applied ? "" : "that was so already: ") + "\(line); now \(contents)")
    case .noSuchName(let name):
      let effect =
        correction.relation == .same ? "queries understand it" : "the line waits for one that does"
      say(style.dim("no article has the name \(quoted(name)); \(effect)") + "\n")
    case .oneInArticle, .keptApart:
      complainOfRefusal(of: correction, outcome)
      return false
    }
    if let earlier { inform("in place of: \(AliasText.line(earlier))") }
    return keepAliases()
  }

  /// Takes back what was said of names.
  func takeBack(_ corrections: [NameCorrection]) -> Bool {
    session.takeBack(corrections)
    for correction in corrections { inform("taken back: \(AliasText.line(correction))") }
    return keepAliases()
  }

  private func complainOfRefusal(of correction: NameCorrection, _ outcome: CorrectionOutcome) {
    let line = visible(AliasText.line(correction))
    switch outcome {
    case .oneInArticle:
      complain(
        "\(line) does not hold: an article itself uses both names for one",
        hint: "'.why' on the entity shows which article")
    default:
      complain(
        "\(line) does not hold: it would join names that are kept apart",
        hint: "'.aliases' lists what was said; '.split' and '.alias' change it")
    }
  }

  /// Lists what was said of names; false where it could not be written.
  func listAliases() -> Bool {
    let corrections = session.corrections
    var text = ""
    for (correction, outcome) in zip(corrections, session.correctionOutcomes) {
      var line = visible(AliasText.line(correction))
      switch outcome {
      case .noSuchName(let name): line += "  # no article has \(quoted(name))"
      case .oneInArticle: line += "  # does not hold: an article uses both for one"
      case .keptApart: line += "  # does not hold: it would join names that are kept apart"
      case .applied, .alreadySo: break
      }
      text += line + "\n"
    }
    if corrections.isEmpty { inform("nothing was said of names; '.alias A = B' does") }
    let isWritten = text.isEmpty || write(text)
    switch aliasKeeping {
    case .file(let file, _) where console.isDialogue: inform("kept in \(quoted(file.path))")
    case .session where !corrections.isEmpty:
      inform("kept until you quit; '.aliases FILE' keeps them")
    default: break
    }
    return isWritten
  }

  // MARK: Alias files

  /// Reads the alias file that an option names; one that cannot be read is missing data.
  public func loadAliases(at path: String) -> Bool {
    let isRead = readAliases(at: path)
    if !isRead { markMissingData() }
    return isRead
  }

  /// Reads the alias file at a path that the user names, and keeps further corrections there.
  ///
  /// In a dialogue the file need not be there yet.
  func readAliases(at path: String) -> Bool {
    let file = AliasFile(path: path)
    if !file.exists, console.isDialogue {
      aliasKeeping = .file(file, isChosen: true)
      inform("\(quoted(path)) is not there yet; what you say of names will be kept in it")
      return session.corrections.isEmpty || keepAliases()
    }
    guard read(file) else { return false }
    aliasKeeping = .file(file, isChosen: true)
    return true
  }

  /// Reads the alias file of a folder that was loaded, where it has one.
  func readAliases(ofFolder folder: String) {
    let file = AliasFile(ofFolder: folder)
    switch aliasKeeping {
    case .nowhereYet: aliasKeeping = .file(file, isChosen: false)
    case .file(let other, false) where other != file: aliasKeeping = .session
    case .file, .session: break
    }
    if file.exists { _ = read(file) }
  }

  /// Says that what is loaded has no folder of its own to keep corrections in.
  func keepAliasesInSession() {
    if case .file(_, true) = aliasKeeping { return }
    aliasKeeping = .session
  }

  /// Reads a file: its wrong lines are shown, the others hold.
  private func read(_ file: AliasFile) -> Bool {
    let source: SourceText
    do throws(AliasFileError) {
      source = try file.read()
    } catch {
      complain("\(quoted(file.path)): \(error.description)")
      return false
    }
    let text = AliasText(source)
    for diagnostic in text.diagnostics {
      say(place(of: diagnostic, in: source) + "\n")
    }
    let outcomes = session.correct(text.entries.map(\.correction))
    for (entry, outcome) in zip(text.entries, outcomes) {
      switch outcome {
      case .oneInArticle, .keptApart:
        let line = source.position(of: entry.range.lower).line
        say(visible("\(file.path):\(line): "))
        complainOfRefusal(of: entry.correction, outcome)
      case .applied, .alreadySo, .noSuchName: break
      }
    }
    inform("\(counted(text.entries.count, "aliases")) read from \(quoted(file.path))")
    return !text.diagnostics.contains { $0.severity == .error }
  }

  /// A diagnostic with the path, line and column that it is about.
  private func place(of diagnostic: Diagnostic, in source: SourceText) -> String {
    let position = source.position(of: diagnostic.range.lower)
    return visible("\(source.name):\(position.line):\(position.column): ")
      + style.diagnosticRenderer.render(diagnostic, in: source)
  }

  /// Writes what was said of names to its file.
  ///
  /// Only a dialogue writes: a script leaves files as they are. A file that cannot be written is a
  /// complaint, and what was said holds until the end.
  private func keepAliases() -> Bool {
    guard console.isDialogue else { return true }
    guard case .file(let file, _) = aliasKeeping else {
      if !session.corrections.isEmpty { inform("kept until you quit; '.aliases FILE' keeps it") }
      return true
    }
    do throws(AliasFileError) {
      try file.write(session.corrections)
      inform("kept in \(quoted(file.path))")
      return true
    } catch {
      complain(
        "\(quoted(file.path)) \(error.description)",
        hint: "it holds until you quit; '.aliases FILE' keeps it elsewhere")
      return true
    }
  }
}
