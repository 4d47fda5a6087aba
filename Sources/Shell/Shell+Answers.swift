internal import Diagnostics
internal import NewsSession

extension Shell {
  /// Runs a statement and shows its answer.
  func run(_ source: SourceText, range: SourceRange) -> RunOutcome {
    let line = makeProgressLine()
    let answer = session.run(
      source, range: range,
      isCancelled: {
        line.show()
        return Interrupt.isRequested
      }, progress: { line.show($0) })
    line.erase()
    if answer.result != nil { output.lastAnswer = answer }
    return show(answer)
  }

  /// Shows an answer: how it was understood, the rows, and what there is to say about them.
  func show(_ answer: Answer) -> RunOutcome {
    teaching.lastAnswer = answer
    if console.messages.isTerminal, let canonical = answer.canonical {
      inform("= " + shortened(canonical))
    }
    let errors = answer.diagnostics.filter { $0.severity == .error }
    sayDiagnostics(errors, of: answer)
    rememberProblem(answer)
    var isWritten = true
    if let definition = answer.definition { inform("defined: \(definition)") }
    if let result = answer.result {
      let file = output.currentFile
      let isOnTerminal = showsResultsOnTerminal
      isWritten = write(result, answer.outcomes, noun: answer.rowNoun)
      if isOnTerminal, !answer.outcomes.contains(where: \.isFile) {
        sayFooter(of: answer, rows: result.rowCount)
      } else if isWritten, let file {
        inform("\(counted(result.rowCount, answer.rowNoun)) written to \(quoted(file.path))")
      }
      output.once = nil
    }
    sayDiagnostics(answer.diagnostics.filter { $0.severity != .error }, of: answer)
    if answer.isCancelled {
      complain("cancelled after \(duration(answer.seconds))")
      return .interrupted
    }
    if let result = answer.result, result.rowCount == 0 {
      markEmpty()
      sayTrail(answer.trail)
      sayOccurrences(answer.occurrences, of: answer.rowNoun)
    }
    if answer.isSearchCut {
      remark("there are more paths than were looked at; a condition on the events makes them fewer")
    }
    return answer.hasErrors || !isWritten ? .failed : .done
  }

  private func sayDiagnostics(_ diagnostics: [Diagnostic], of answer: Answer) {
    for diagnostic in diagnostics {
      say(style.diagnosticRenderer.render(diagnostic, in: answer.source) + "\n")
    }
  }

  /// `3 events (0.4 ms)`, and how to see rows that are not shown.
  private func sayFooter(of answer: Answer, rows: Int) {
    let shown = min(rows, output.shownRowCount)
    var footer = (shown < rows ? "\(shown) of " : "") + counted(rows, answer.rowNoun)
    if answer.unknownCount > 0 {
      footer += ", \(grouped(answer.unknownCount)) left out because a value is unknown"
    }
    if answer.unkeyedCount > 0 {
      footer += ", \(grouped(answer.unkeyedCount)) not counted because the key is unknown"
    }
    if showsTime { footer += " (\(duration(answer.seconds)))" }
    say(style.dim(footer) + "\n")
    if shown < rows { inform("'| skip \(shown)' shows more, '.output FILE' keeps all") }
  }

  /// Which step left nothing.
  private func sayTrail(_ trail: [Answer.TrailStep]) {
    guard !trail.isEmpty else { return }
    let counts = trail.map { grouped($0.count) }
    let widest = counts.map(\.count).max() ?? 0
    let culprit = trail.firstIndex { $0.count == 0 }
    for (index, step) in trail.enumerated() {
      let count = String(repeating: " ", count: widest - counts[index].count) + counts[index]
      let line = "  \(count)  \(visible(shortened(step.text)))"
      say(index == culprit ? style.bold(line + "  <- leaves nothing") + "\n" : line + "\n")
    }
  }
}

extension Shell {
  /// What the name or word that left nothing does occur with.
  private func sayOccurrences(_ occurrences: Answer.Occurrences?, of noun: String) {
    guard let occurrences else { return }
    var text = "\(occurrences.text) alone: \(counted(occurrences.count, noun))"
    for field in occurrences.fields where !field.values.isEmpty {
      let values = field.values.map { "\($0.text) \(grouped($0.count))" }
      let place = occurrences.count > 0 ? "\(field.name) there" : "\(field.name) is mostly"
      text += "; \(place): \(values.joined(separator: ", "))"
    }
    say("  " + visible(text) + "\n")
  }
}

/// How running something ended.
enum RunOutcome: Sendable {
  case done
  case failed
  case interrupted
  case quit
}

/// A time in the unit that suits it: `0.4 ms`, `38 ms`, `2.1 s`.
func duration(_ seconds: Double) -> String {
  guard seconds.isFinite, seconds < 1e9 else { return "?" }
  let milliseconds = max(0, seconds) * 1000
  switch milliseconds {
  case ..<9.95: return tenths(milliseconds) + " ms"
  case ..<999.5: return "\(Int(milliseconds.rounded())) ms"
  default: return tenths(seconds) + " s"
  }
}

/// A number with one digit behind the point.
private func tenths(_ number: Double) -> String {
  let count = Int((number * 10).rounded())
  return "\(count / 10).\(count % 10)"
}
