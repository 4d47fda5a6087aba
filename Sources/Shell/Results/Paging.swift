internal import NewsSession

/// Text on its way to a reader: held back until it is longer than the screen, then in a pager.
struct Paging {
  /// How it came to its end.
  enum End {
    /// All fits on the screen, and was not written yet.
    case fits(String)
    /// The pager showed it, or what of it the reader wanted to see.
    case shown
    /// The pager cannot be run, or failed.
    case failed
  }

  private let command: String
  private let rows: Int
  private var text = ""
  private var rowCount = 0
  private var pager: Pager?
  private var isBroken = false

  /// Paging by a command on a screen of so many rows.
  init(command: String, rows: Int) {
    self.command = command
    self.rows = rows
  }

  /// Takes a piece; false where no further one is wanted.
  mutating func take(_ piece: String) -> Bool {
    if isBroken { return false }
    if let pager { return pager.write(piece) }
    text += piece
    rowCount += piece.utf8.count { $0 == UInt8(ascii: "\n") }
    // The row of the prompt and that of a footer are wanted too.
    guard rowCount > rows - 2 else { return true }
    do throws(SystemError) {
      let pager = try Pager(command: command)
      self.pager = pager
      return pager.write(text)
    } catch {
      isBroken = true
      return false
    }
  }

  /// Waits for the reader.
  func end() -> End {
    if isBroken { return .failed }
    guard let pager else { return .fits(text) }
    return pager.end() ? .shown : .failed
  }
}
