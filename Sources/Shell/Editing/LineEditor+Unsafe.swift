internal import CLibEdit

/// libedit behind safe calls.
///
/// It keeps the terminal's settings while a line is read, and is used on one thread.
///
/// Safe, since the handle is made and closed here alone and every call gets a live one.
@safe final class LineEditor {
  /// What was asked for with a key.
  enum Command: Sendable {
    case accept
    case breakLine
    case complete
    case search
    case paste
    case up
    case down
    case left
    case right
    case lineStart
    case lineEnd
    case eraseBackward
    case eraseForward
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
  }

  /// A command of libedit.
  enum Builtin: Sendable {
    case finish
    case previousEntry
    case nextEntry
    case previousRow
    case nextRow
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
      }
    }
  }

  // MARK: Reading

  /// Reads a line.
  ///
  /// - Parameter prompt: U+0001 stands on both sides of what takes no columns; it ends in a visible
  ///   character.
  func read(prompt: String) -> LineRead {
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

  /// Writes to the terminal.
  func write(_ text: String) {
    // The call writes the bytes before it returns.
    unsafe cle_write(text, text.utf8.count)
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

extension LineEditor.Command {
  fileprivate init?(_ command: cle_command) {
    switch command {
    case CLE_ACCEPT: self = .accept
    case CLE_BREAK_LINE: self = .breakLine
    case CLE_COMPLETE: self = .complete
    case CLE_SEARCH: self = .search
    case CLE_PASTE: self = .paste
    case CLE_UP: self = .up
    case CLE_DOWN: self = .down
    case CLE_LEFT: self = .left
    case CLE_RIGHT: self = .right
    case CLE_LINE_START: self = .lineStart
    case CLE_LINE_END: self = .lineEnd
    case CLE_ERASE_BACKWARD: self = .eraseBackward
    case CLE_ERASE_FORWARD: self = .eraseForward
    default: return nil
    }
  }
}

extension LineEditor.Builtin {
  fileprivate var code: cle_builtin {
    switch self {
    case .finish: CLE_FINISH
    case .previousEntry: CLE_PREVIOUS_ENTRY
    case .nextEntry: CLE_NEXT_ENTRY
    case .previousRow: CLE_PREVIOUS_ROW
    case .nextRow: CLE_NEXT_ROW
    }
  }
}
