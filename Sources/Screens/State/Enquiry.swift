import Catalogs
import Learners
import Planning

/// Something asked about an answer that takes planning anew, so that the screen asks the world and goes on. A value: the
/// same enquiry has the same answer.
public struct Enquiry: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    case question(PathwayQuestion)
    /// What would be chosen with every figure at one end of its range.
    case ends
  }

  public var subject: Subject
  public var request: PlanningRequest
  /// The answer that it is about, to that request.
  public var outcome: PlanningOutcome
  /// The pathway that it is about; `nil` where there is none.
  public var pathway: Pathway?

  public init(_ subject: Subject, _ request: PlanningRequest, of outcome: PlanningOutcome, about pathway: Pathway?) {
    self.subject = subject
    self.request = request
    self.outcome = outcome
    self.pathway = pathway
  }
}

/// What came of an enquiry.
public enum EnquiryAnswer: Hashable, Sendable {
  case question(PathwayAnswer)
  /// - Parameter hasRanges: false where no figure that could matter has a range.
  case ends(ChoiceAtEnds, hasRanges: Bool)
  /// It was about a pathway, and there is none.
  case nothing
}

extension Enquiry {
  /// Plans anew what it takes to answer; a limit that ends it is told in the answer. Throws where the learner or the
  /// question names something the catalog doesn't have.
  public func answer(
    in catalog: Catalog, limits: SearchLimits = .none
  ) throws(UnknownIdentifier) -> EnquiryAnswer {
    var request = request
    // What is kept of a learner may name what these catalogs don't hold.
    request.learner = request.learner.known(in: catalog)
    switch subject {
    case .question(let question):
      let inquiry = Inquiry(request, in: catalog, limits: limits)
      return try inquiry.answer(to: question, about: pathway, of: outcome).map { .question($0) } ?? .nothing
    case .ends:
      guard let problem = try Problem(request, in: catalog, unless: limits.shouldStop) else { return .nothing }
      let ends = Planner(limits: limits).choiceAtEnds(of: problem, outcome)
      return ends.map { .ends($0, hasRanges: problem.hasRanges) } ?? .nothing
    }
  }
}
