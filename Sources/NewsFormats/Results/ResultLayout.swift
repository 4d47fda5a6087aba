/// How a result is laid out for a reader.
public struct ResultLayout: Sendable {
  /// Columns of the terminal, for table, line and drawings; nil for no limit.
  public var width: Int?
  /// Rows that are written at most, in table and line; nil for all.
  public var rowLimit: Int?
  /// Whether characters that could steer a terminal are shown as visible marks.
  ///
  /// Table and line always do so, and JSON escapes them in its own way.
  public var marksControls: Bool
  /// Whether the cells of a table are cut to one line rather than wrapped over several.
  public var clipsCells = false
  /// Whether rows stand behind their numbers, in table and line.
  public var numbersRows = false
  /// The number of the first row, where rows are numbered.
  public var firstNumber = 1
  /// Whether a table of counts by time has bars beside them, and a drawing of their course below.
  public var drawsBars = false
  /// The characters that lines and bars are made of.
  public var glyphs = Glyphs.unicode
  /// What cards show beside values, and where cells lead to.
  public var sources = ResultSources()
  /// Gives a piece of text its dress, which must take no columns; by default there is none.
  public var dress: @Sendable (_ text: String, _ part: ResultPart) -> String = { text, _ in text }

  /// A layout; without arguments nothing is cut and nothing is marked.
  public init(width: Int? = nil, rowLimit: Int? = nil, marksControls: Bool = false) {
    self.width = width
    self.rowLimit = rowLimit
    self.marksControls = marksControls
  }
}
