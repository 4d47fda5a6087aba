internal import CLibEdit
internal import Glibc

/// libedit behind safe calls.
///
/// It keeps the terminal's settings while a line is read, and is used on one thread.
///
/// Safe, since the handle is made and closed here alone and every call gets a live one.
@safe final class LineEditor {
  /// What was asked for with a key.
  enum Command: CaseIterable, Sendable {
    case accept
    case run
    case breakLine
    case complete
    case search
    case paste
    case up
    case down
    case left
    case right
    case previousWord
    case nextWord
    case rowStart
    case rowEnd
    case eraseBackward
    case eraseForward
    case eraseOrEnd
    case cutWordBackward
    case cutWordForward
    case cutBlankBackward
    case cutToStart
    case cutToEnd
    case putBack
    case undo
    case redo
    case edit
  }

  /// What a command did to the line.
  enum Effect: Sendable {
    /// Nothing, or what it did has been drawn.
    case nothing
    /// The text is another.
    case changed
    /// The cursor is elsewhere.
    case moved
    /// It could not be done; the terminal beeps.
    case refused
    /// The input is at its end.
    case ended
  }

  /// What the time before a key is good for.
  enum Pause: Sendable {
    /// Nothing that takes time: more keys may be there. It comes before every key.
    case keysQueued
    /// To draw: no key is there.
    case short
    /// For more: the user rests.
    case long
  }

  /// A command of libedit.
  enum Builtin: Sendable {
    case finish
  }

  /// Where keys are bound.
  struct Keymaps: OptionSet, Sendable {
    let rawValue: Int32
    init(rawValue: Int32) { self.rawValue = rawValue }
    /// Those of emacs, which hold unless `.editrc` asks for vi's.
    static let emacs = Keymaps(rawValue: Int32(CLE_EMACS_KEYS))
    /// vi's while text is typed.
    static let viInsert = Keymaps(rawValue: Int32(CLE_VI_INSERT_KEYS))
    /// vi's while commands are.
    static let viCommand = Keymaps(rawValue: Int32(CLE_VI_COMMAND_KEYS))
  }

  /// A key that a command has read.
  enum Key: Hashable, Sendable {
    case character(Unicode.Scalar)
    case interrupt
    case screenChange
    case end
  }

  /// Carries out the commands.
  protocol Delegate: AnyObject {
    /// Carries out one.
    func perform(_ command: Command) -> Effect
    /// Uses the time before a key; the line is on the screen.
    func use(_ pause: Pause)
    /// Takes away what stands behind the line, since libedit is about to act on a key.
    func prepareForKey()
    /// Takes the line off the screen; the cursor goes to the left of its first row.
    func eraseLine()
    /// Goes to the left of the row below the line, which is given up.
    func abandonLine()
  }

  private let handle: OpaquePointer

  /// An editor on the terminal; nil where there is none, or no UTF-8.
  ///
  /// - Parameter delegate: must live longer than the editor.
  init?(program: String, historyLimit: Int, delegate: DelegateBox) {
    guard cle_use_utf8() == 1 else { return nil }
    // The context is the box, which the owner of the editor keeps alive; callbacks come only from
    // within calls of the editor, on its thread.
    var callbacks = unsafe cle_callbacks()
    unsafe callbacks.context = Unmanaged.passUnretained(delegate).toOpaque()
    unsafe callbacks.command = { context, command in
      guard let delegate = unsafe DelegateBox.from(context) else { return CLE_REFUSED }
      return delegate.perform(command)
    }
    unsafe callbacks.pause = { context, pause in
      unsafe DelegateBox.from(context)?.delegate?.use(Pause(pause))
    }
    unsafe callbacks.key = { context in
      unsafe DelegateBox.from(context)?.delegate?.prepareForKey()
    }
    unsafe callbacks.erase = { context in
      unsafe DelegateBox.from(context)?.delegate?.eraseLine()
    }
    unsafe callbacks.abandon = { context in
      unsafe DelegateBox.from(context)?.delegate?.abandonLine()
    }
    guard let handle = unsafe cle_open(program, &callbacks, Int32(clamping: historyLimit)) else {
      return nil
    }
    unsafe self.handle = handle
    bindKeys()
  }

  // The handle is closed once, here.
  deinit { unsafe cle_close(handle) }

  /// The delegate as C sees it.
  final class DelegateBox {
    /// Who carries out the commands.
    weak var delegate: (any Delegate)?

    fileprivate static func from(_ context: UnsafeMutableRawPointer?) -> DelegateBox? {
      guard let context = unsafe context else { return nil }
      return unsafe Unmanaged<DelegateBox>.fromOpaque(context).takeUnretainedValue()
    }

    fileprivate func perform(_ command: cle_command) -> cle_effect {
      guard let delegate, let command = Command(command) else { return CLE_REFUSED }
      switch delegate.perform(command) {
      case .nothing: return CLE_NOTHING
      case .changed: return CLE_CHANGED
      case .moved: return CLE_MOVED
      case .refused: return CLE_REFUSED
      case .ended: return CLE_ENDED
      }
    }
  }

  // MARK: Keys

  private func bindKeys() {
    // The calls copy the keys. What cannot be bound, without memory, is left to libedit.
    for sequence in KeyBinding.ignoredSequences {
      _ = unsafe cle_ignore(handle, sequence, Keymaps.all.rawValue, 0)
    }
    for rule in KeyRule.all {
      let isRequired: Int32 = rule.isRequired ? 1 : 0
      if let command = rule.command {
        _ = unsafe cle_bind(
          handle, rule.sequence, command.code, rule.keymaps.rawValue, isRequired)
      } else {
        _ = unsafe cle_ignore(handle, rule.sequence, rule.keymaps.rawValue, isRequired)
      }
    }
    _ = unsafe cle_apply_bindings(handle)
  }

  // MARK: Reading

  /// Reads a line.
  ///
  /// - Parameter prompt: U+0001 stands on both sides of what takes no columns; it ends in a visible
  ///   character.
  func read(prompt: String) -> LineRead {
    rowCapacity = nil
    var line = unsafe cle_line()
    // `line` is filled with a text that lives until the next call, and is copied at once.
    switch unsafe cle_read(handle, prompt, &line) {
    case CLE_LINE: return .line(unsafe Self.text(of: line))
    case CLE_INTERRUPTED: return .interrupted
    default: return .end
    }
  }

  /// Adds an entry to what Up recalls.
  func addEntry(_ entry: String) {
    // The call copies the entry. Without memory it is not recalled.
    _ = unsafe cle_history_add(handle, entry)
  }

  /// Forgets the entries.
  func clearEntries() { _ = unsafe cle_history_clear(handle) }

  // MARK: For commands

  /// The line as it is now.
  var line: EditedLine {
    // The text is copied before the line can change.
    let line = unsafe cle_current(handle)
    return unsafe EditedLine(text: Self.text(of: line), cursor: Int(line.cursor))
  }

  /// Inserts text at the cursor; false where the line cannot grow.
  @discardableResult
  func insert(_ text: String) -> Bool { unsafe cle_insert(handle, text) == 0 }

  /// Deletes code points before the cursor.
  func delete(_ count: Int) { unsafe cle_delete(handle, Int32(clamping: count)) }

  /// Moves the cursor by code points.
  func move(_ distance: Int) { unsafe cle_move(handle, Int32(clamping: distance)) }

  /// Has libedit carry out a command of its own next.
  func then(_ builtin: Builtin) { unsafe cle_then(handle, builtin.code) }

  /// Types keys for the user, next.
  func type(_ keys: String) { unsafe cle_type(handle, keys) }

  /// Waits for a key and reads it.
  func readKey() -> Key {
    var scalar: UInt32 = 0
    // `scalar` is filled by the call.
    switch unsafe cle_read_key(handle, &scalar) {
    case 1: return .character(Unicode.Scalar(scalar) ?? "\u{fffd}")
    case 2: return .screenChange
    case 0: return .end
    default: return .interrupt
    }
  }

  /// Whether a key was pressed, or is within some milliseconds.
  func hasInput(within milliseconds: Int32) -> Bool { cle_has_input(milliseconds) != 0 }

  /// Runs a program, by its name and arguments, on the terminal, and gives its exit code.
  ///
  /// Nil where it does not start or a signal ends it. The line is to be drawn anew.
  func run(_ words: [String]) -> Int32? {
    // The copies live until the program has ended; the call reads them.
    let copies = unsafe words.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    let pointers = unsafe copies.map { unsafe UnsafePointer<CChar>($0) } + [nil]
    let code = unsafe cle_run_program(handle, pointers)
    return code < 0 ? nil : code
  }

  /// Writes to the terminal together with what is written next.
  func put(_ text: String) {
    // The call copies the bytes before it returns.
    unsafe cle_put(text, text.utf8.count)
  }

  /// Writes to the terminal.
  func write(_ text: String) {
    // The call writes the bytes before it returns.
    unsafe cle_write(text, text.utf8.count)
  }

  /// Rows that libedit draws the line in; nil for those of the terminal.
  private(set) var rowCapacity: Int?

  /// Lets libedit draw the line in so many rows; it forgets what it has drawn.
  func makeRoom(forRows count: Int) {
    rowCapacity = count
    unsafe cle_set_rows(handle, Int32(clamping: count))
  }

  /// Draws prompt and line anew from the cursor on, which must be at the left of an empty row.
  func redraw() { unsafe cle_redraw(handle) }

  private static func text(of line: cle_line) -> String {
    guard let start = unsafe line.text else { return "" }
    // The text has `count` bytes.
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: start, count: Int(line.count)), as: UTF8.self)
  }
}

extension LineEditor.Keymaps {
  /// All of them.
  static let all: LineEditor.Keymaps = [.emacs, .viInsert, .viCommand]
}

extension LineEditor.Pause {
  fileprivate init(_ pause: cle_pause) {
    switch pause {
    case CLE_LONG_PAUSE: self = .long
    case CLE_SHORT_PAUSE: self = .short
    default: self = .keysQueued
    }
  }
}

extension LineEditor.Command {
  fileprivate init?(_ code: cle_command) {
    guard let command = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = command
  }

  fileprivate var code: cle_command {
    switch self {
    case .accept: CLE_ACCEPT
    case .run: CLE_RUN
    case .breakLine: CLE_BREAK_LINE
    case .complete: CLE_COMPLETE
    case .search: CLE_SEARCH
    case .paste: CLE_PASTE
    case .up: CLE_UP
    case .down: CLE_DOWN
    case .left: CLE_LEFT
    case .right: CLE_RIGHT
    case .previousWord: CLE_PREVIOUS_WORD
    case .nextWord: CLE_NEXT_WORD
    case .rowStart: CLE_ROW_START
    case .rowEnd: CLE_ROW_END
    case .eraseBackward: CLE_ERASE_BACKWARD
    case .eraseForward: CLE_ERASE_FORWARD
    case .eraseOrEnd: CLE_ERASE_OR_END
    case .cutWordBackward: CLE_CUT_WORD_BACKWARD
    case .cutWordForward: CLE_CUT_WORD_FORWARD
    case .cutBlankBackward: CLE_CUT_BLANK_BACKWARD
    case .cutToStart: CLE_CUT_TO_START
    case .cutToEnd: CLE_CUT_TO_END
    case .putBack: CLE_PUT_BACK
    case .undo: CLE_UNDO
    case .redo: CLE_REDO
    case .edit: CLE_EDIT
    }
  }
}

extension LineEditor.Builtin {
  fileprivate var code: cle_builtin {
    switch self {
    case .finish: CLE_FINISH
    }
  }
}
