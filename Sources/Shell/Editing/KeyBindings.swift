/// A key, or several that do the same, and what it does.
struct KeyBinding: Sendable {
  /// The keys as people write them, the usual one first: `Ctrl-X Ctrl-E`.
  var keys: [String]
  /// What they ask for.
  var command: LineEditor.Command
  /// What that does, in a few words.
  var summary: String
  /// Whether the keys are bound whatever `.editrc` says.
  var isRequired = false
  /// Whether one who types vi's commands means the same with them.
  var isForViCommands = true

  /// All keys that the editor binds beside those of letters, in the order in which help shows them.
  static let all: [KeyBinding] = [
    KeyBinding(
      keys: ["Enter"], command: .accept, summary: "run a whole query, else open a row",
      isRequired: true, isForViCommands: false),
    KeyBinding(
      keys: ["Alt-Enter"], command: .breakLine, summary: "open a row", isRequired: true),
    KeyBinding(
      keys: ["Tab"], command: .complete, summary: "complete the word", isForViCommands: false),
    KeyBinding(
      keys: ["Up", "Ctrl-P"], command: .up,
      summary: "row above, else an earlier entry that begins so"),
    KeyBinding(
      keys: ["Down", "Ctrl-N"], command: .down, summary: "row below, else a later entry"),
    KeyBinding(keys: ["Ctrl-R"], command: .search, summary: "search what was typed before"),
    KeyBinding(keys: ["Left", "Ctrl-B"], command: .left, summary: "character before"),
    KeyBinding(
      keys: ["Right", "Ctrl-F"], command: .right,
      summary: "next character; at the end, take the suggestion"),
    KeyBinding(
      keys: ["Ctrl-Left", "Alt-Left", "Alt-B"], command: .previousWord, summary: "word before"),
    KeyBinding(
      keys: ["Ctrl-Right", "Alt-Right", "Alt-F"], command: .nextWord,
      summary: "next word; at the end, one of the suggestion"),
    KeyBinding(keys: ["Home", "Ctrl-A"], command: .rowStart, summary: "start of the row"),
    KeyBinding(
      keys: ["End", "Ctrl-E"], command: .rowEnd,
      summary: "end of the row; there, take the suggestion"),
    KeyBinding(
      keys: ["Backspace", "Ctrl-H"], command: .eraseBackward, summary: "erase the character before",
      isForViCommands: false),
    KeyBinding(keys: ["Delete"], command: .eraseForward, summary: "erase the character after"),
    KeyBinding(
      keys: ["Ctrl-D"], command: .eraseOrEnd,
      summary: "erase the character after; on an empty line, end"),
    KeyBinding(
      keys: ["Ctrl-W"], command: .cutBlankBackward, summary: "cut back to a space",
      isForViCommands: false),
    KeyBinding(
      keys: ["Alt-Backspace", "Ctrl-Backspace"], command: .cutWordBackward,
      summary: "cut the word before"),
    KeyBinding(
      keys: ["Alt-D", "Ctrl-Delete"], command: .cutWordForward, summary: "cut the word after"),
    KeyBinding(
      keys: ["Ctrl-U"], command: .cutToStart, summary: "cut back to the start of the row",
      isForViCommands: false),
    KeyBinding(keys: ["Ctrl-K"], command: .cutToEnd, summary: "cut to the end of the row"),
    KeyBinding(keys: ["Ctrl-Y"], command: .putBack, summary: "put back what was cut"),
    KeyBinding(keys: ["Ctrl-_", "Ctrl-X Ctrl-U"], command: .undo, summary: "undo"),
    KeyBinding(keys: ["Alt-/", "Ctrl-X Ctrl-R"], command: .redo, summary: "undo the undoing"),
    KeyBinding(
      keys: ["Ctrl-X Ctrl-E"], command: .edit, summary: "edit the query in $VISUAL or $EDITOR"),
  ]

  /// Keys that the terminal and libedit deal with, and what they do; for help.
  static let others: [(keys: [String], summary: String)] = [
    (["Ctrl-C"], "give the line up; stop what runs"),
    (["Ctrl-L"], "clear the screen"),
    (["Ctrl-Z"], "stop the program until 'fg'"),
  ]

  /// Keys that mean something else while the menu of completions is open; for help.
  static let inMenu: [(keys: [String], summary: String)] = [
    (["Tab", "Down"], "next candidate"), (["Shift-Tab", "Up"], "candidate before"),
    (["PageDown", "PageUp"], "further candidates, or those before"),
    (["Enter"], "take the candidate; nothing runs"),
    (["letters", "Backspace"], "narrow or widen the choice"),
    (["Escape", "Ctrl-C", "Ctrl-G"], "close the menu"),
  ]

  /// Keys that mean something else while the history is searched; for help.
  static let inSearch: [(keys: [String], summary: String)] = [
    (["Ctrl-R", "Up"], "an older match"), (["Ctrl-S", "Down"], "a newer one"),
    (["Enter"], "run the match"), (["Tab", "Escape", "Left", "Right"], "take it, to be edited"),
    (["Ctrl-U"], "search for something else"),
    (["Ctrl-C", "Ctrl-G"], "give the search up"),
  ]

  /// What a terminal sends for a key; empty for one that is not known.
  static func sequences(of key: String) -> [String] {
    let parts = key.split(separator: " ")
    guard parts.count < 2 else {
      return parts.reduce([""]) { heads, part in
        heads.flatMap { head in sequences(of: String(part)).map { head + $0 } }
      }
    }
    if let named = named[key] { return named }
    guard let last = key.unicodeScalars.last, let code = last.properties.lowercaseMapping.first,
      last.isASCII
    else { return [] }
    if key == "Ctrl-\(last)" { return [String(UnicodeScalar(UInt8(last.value & 0x1f)))] }
    if key == "Alt-\(last)" { return ["\u{1b}\(code)"] }
    return []
  }

  private static let named: [String: [String]] = [
    "Enter": ["\n", "\r"], "Alt-Enter": ["\u{1b}\n", "\u{1b}\r"], "Tab": ["\t"],
    "Backspace": ["\u{7f}"], "Alt-Backspace": ["\u{1b}\u{7f}", "\u{1b}\u{8}"],
    "Ctrl-Backspace": ["\u{1b}[127;5u"],
    "Up": ["\u{1b}[A", "\u{1b}OA"], "Down": ["\u{1b}[B", "\u{1b}OB"],
    "Right": ["\u{1b}[C", "\u{1b}OC"], "Left": ["\u{1b}[D", "\u{1b}OD"],
    "Ctrl-Right": ["\u{1b}[1;5C", "\u{1b}[5C", "\u{1b}Oc"],
    "Ctrl-Left": ["\u{1b}[1;5D", "\u{1b}[5D", "\u{1b}Od"],
    "Alt-Right": ["\u{1b}[1;3C", "\u{1b}\u{1b}[C"], "Alt-Left": ["\u{1b}[1;3D", "\u{1b}\u{1b}[D"],
    "Home": ["\u{1b}[H", "\u{1b}OH", "\u{1b}[1~", "\u{1b}[7~"],
    "End": ["\u{1b}[F", "\u{1b}OF", "\u{1b}[4~", "\u{1b}[8~"],
    "Delete": ["\u{1b}[3~"], "Ctrl-Delete": ["\u{1b}[3;5~"],
  ]

  /// Keys that do nothing, so that the end of what a terminal sends for them is not typed into the
  /// line: those of functions and pages, and arrows with other keys held down.
  static let ignoredSequences: [String] = {
    let modifiers = 2...8
    var all = ["\u{1b}[Z", "\u{1b}[I", "\u{1b}[O", "\u{1b}[E", "\u{1b}[201~"]
    all += "PQRS".map { "\u{1b}O\($0)" } + "ABCDE".map { "\u{1b}[[\($0)" }
    all += modifiers.flatMap { modifier in
      "ABCDEFHPQRS".map { "\u{1b}[1;\(modifier)\($0)" }
    }
    all += (1...34).flatMap { number in
      ["\u{1b}[\(number)~"] + modifiers.map { "\u{1b}[\(number);\($0)~" }
    }
    return all
  }()
}

/// What one sequence of bytes from the terminal does.
struct KeyRule: Sendable {
  /// The sequence, in libedit's spelling.
  var sequence: String
  /// What it asks for; nil for nothing.
  var command: LineEditor.Command?
  /// Where it is bound.
  var keymaps: LineEditor.Keymaps
  /// Whether it is bound whatever `.editrc` says.
  var isRequired: Bool

  /// All rules, later ones in place of earlier ones.
  static let all: [KeyRule] = KeyBinding.all.flatMap(rules(of:)) + viCommands + special

  private static func rules(of binding: KeyBinding) -> [KeyRule] {
    binding.keys.flatMap { key in
      // vi's Escape ends the typing of text, and does not go with the letter after it.
      let isForVi = !key.hasPrefix("Alt-") || key == "Alt-Enter"
      var keymaps: LineEditor.Keymaps = isForVi ? [.emacs, .viInsert] : .emacs
      if isForVi, binding.isForViCommands { keymaps.insert(.viCommand) }
      return KeyBinding.sequences(of: key).map { sequence in
        KeyRule(
          sequence: sequence, command: binding.command, keymaps: keymaps,
          isRequired: binding.isRequired)
      }
    }
  }

  /// Commands of vi that mean one of ours.
  private static let viCommands: [KeyRule] = [
    ("k", .up), ("j", .down), ("\\-", .up), ("+", .down), ("/", .search), ("?", .search),
    ("v", .edit), ("u", .undo),
  ].map { (key: String, command: LineEditor.Command) in
    KeyRule(sequence: key, command: command, keymaps: .viCommand, isRequired: false)
  }

  private static let special: [KeyRule] = [
    KeyRule(sequence: "\n", command: .run, keymaps: .viCommand, isRequired: true),
    KeyRule(sequence: "\r", command: .run, keymaps: .viCommand, isRequired: true),
    KeyRule(sequence: "\u{1b}[200~", command: .paste, keymaps: .all, isRequired: true),
    // libedit's own prompt for its settings, which could take all these keys away.
    KeyRule(sequence: "\u{1b}x", command: nil, keymaps: .emacs, isRequired: true),
    KeyRule(sequence: "\u{1b}X", command: nil, keymaps: .emacs, isRequired: true),
    KeyRule(sequence: ":", command: nil, keymaps: .viCommand, isRequired: true),
  ]
}
