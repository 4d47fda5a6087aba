/// What running a plan took: the rows that left each part, and the time it needed.
public struct PlanProfile: Sendable, Hashable {
  /// The measure of one part of a plan.
  public struct Measure: Sendable, Hashable {
    /// Rows that left the part.
    public var rows: Int
    /// Time in seconds, that of earlier parts not included.
    public var seconds: Double

    /// A measure.
    public init(rows: Int, seconds: Double) {
      self.rows = rows
      self.seconds = seconds
    }
  }

  /// The source, its filters included.
  public var source: Measure?
  /// The steps in order; fewer than the plan has where it was stopped.
  public var steps: [Measure] = []

  /// The profile of a plan that has not run.
  public init() {}

  /// Time of all parts, in seconds.
  public var seconds: Double {
    steps.reduce(source?.seconds ?? 0) { $0 + $1.seconds }
  }
}
