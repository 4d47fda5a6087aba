internal import NewsSession

/// Keystrokes: colours and hint after each, and the candidates where Tab may be pressed.
struct EditingBenchmarks {
  let session: NewsSession
  /// The names of some entities, frequent and rare ones.
  let names: [String]

  /// Times in seconds.
  private struct Times {
    private var all: [Double] = []

    mutating func measure(_ work: () -> Void) {
      all.append(ContinuousClock().measure(work) / .seconds(1))
    }

    mutating func add(_ other: Times) { all += other.all }

    /// Half, 99 hundredths and all of them took at most this long, in milliseconds.
    var cells: [String] {
      let sorted = all.sorted()
      guard let last = sorted.last else { return ["", "", ""] }
      let high = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
      return [sorted[sorted.count / 2], high, last].map { rounded($0 * 1000, 3) }
    }
  }

  /// The table of all measurements.
  func run() -> String {
    var table = TextTable(["typed through", "keys", "p50 ms", "p99 ms", "max ms"])
    var all = Times()
    for query in queries {
      var times = Times()
      for count in 1...query.count {
        let text = String(query.prefix(count))
        times.measure { look(at: text) }
      }
      all.add(times)
      table.add([shortened(query), String(query.count)] + times.cells)
    }
    table.add(["colours and hint, all", ""] + all.cells)
    var candidates = Times()
    for place in places {
      var times = Times()
      for count in 0...place.typed.count {
        let text = place.query + place.typed.prefix(count)
        times.measure { complete(text) }
      }
      candidates.add(times)
      table.add(["Tab: " + shortened(place.query + place.typed), ""] + times.cells)
    }
    table.add(["candidates, all", ""] + candidates.cells)
    return table.text
  }

  private func look(at text: String) {
    let cursor = text.utf8.count
    _ = session.highlights(in: text, at: cursor)
    _ = session.hint(in: text, at: cursor)
  }

  private func complete(_ text: String) {
    _ = session.completions(in: text, at: text.utf8.count)
  }

  private func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(59) + "…" : text
  }

  /// What is typed, one key after the other.
  private var queries: [String] {
    [
      "events where actor = \(names[0]) and target = \(names[3]) since last month | newest",
      "events where actor = \(names[1].split(separator: " ").last ?? "x") | count by month",
      "events where actor in (\(names[0]), \(names[4]), Nobody Ofthatname) | take 5",
      "entities where name ~ \(names[2]) | top 10 by mentions | show name, mentions",
      "events where type = CONSULT and status = happened between 2019 and June 2020 | chart by type",
      "events where aktor = \(names[0]) | sort by dat desc",
      "define met(who, to = \(names[1])) = events where actor = $who and target = $to",
      "paths from \(names[0]) to \(names[5]) within 3 steps where type = AID",
      "events | group by actor: count, average score | sort by count desc | take 20",
      "events where type = AID | followed by (events where actor = \(names[4])) within 30 days",
    ]
  }

  /// Where Tab is pressed: behind each beginning of what is typed.
  private var places: [(query: String, typed: String)] {
    let last = String(names[5].split(separator: " ").last ?? "x").lowercased()
    return [
      ("", "ev"), ("events ", "wh"), ("events where ", "act"), ("events | ", "cou"),
      ("events | count by ", "mon"), ("events where actor ", "="), ("events where type = ", "CON"),
      ("events where actor = ", last), ("events where actor = ", names[0].lowercased()),
      ("events where actor = ", "q" + last), ("events where actor = ", mistyped(last)),
      ("events where place = \(names[0]) and actor = ", last),
      ("events where score < 0 and actor = ", last),
      ("events since 2015 | where status = happened and target = ", last),
      ("entities where name = ", last), ("events where source = ", "outl"),
      ("events where actor = @", last), ("events | show dat, ", "ac"),
      ("mentions where entity = ", last), ("events where date = ", "last"),
    ]
  }

  /// A word with two of its letters exchanged.
  private func mistyped(_ word: String) -> String {
    var letters = Array(word)
    if letters.count > 3 { letters.swapAt(2, 3) }
    return String(letters)
  }
}
