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

  /// A query of `in (query)` that was answered before the plan was made.
  public struct Subquery: Sendable, Hashable {
    /// The query in canonical form.
    public var text: String
    /// How it was answered.
    public var plan: Plan
    /// What that took.
    public var profile: PlanProfile

    /// A query that was answered.
    public init(text: String, plan: Plan, profile: PlanProfile) {
      self.text = text
      self.plan = plan
      self.profile = profile
    }
  }

  /// The source, its filters included.
  public var source: Measure?
  /// The steps in order; fewer than the plan has where it was stopped.
  public var steps: [Measure] = []
  /// What the plans took that steps hold, by the step's number from 0; by -1 what the ties of a
  /// graph took.
  public var nested: [Int: PlanProfile] = [:]
  /// The queries of `in (query)`, in the order in which they were answered; their time is no part of
  /// ``seconds``.
  public var subqueries: [Subquery] = []

  /// The profile of a plan that has not run.
  public init() {}

  /// Time of all parts, in seconds, that of plans within steps included in the steps'.
  public var seconds: Double {
    steps.reduce(source?.seconds ?? 0) { $0 + $1.seconds }
  }
}
