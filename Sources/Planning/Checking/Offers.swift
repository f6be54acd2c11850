import Catalogs

/// Every way in which this learner could take each credential.
///
/// Decisions where the contract leaves room: what has renewal figures is renewed by them alone (no monthly price, no
/// `starts`, and with a renewal workload no minimum of days), and its `requires` was met when it was earned; nothing
/// that is renewed waits for its `corequires` again.
struct Offers {
  let figures: CountedFigures
  var catalog: Catalog { figures.catalog }
  var learner: Learner { figures.learner }

  init(catalog: Catalog, goals: [String], learner: Learner) {
    figures = CountedFigures(catalog: catalog, goals: goals, learner: learner)
  }

  /// The last day on which an earned credential is active; `nil` where that is for ever, or it isn't earned.
  func lapseDay(of credential: Credential) -> Int? {
    guard let validity = credential.validity, let earned = learner.earned[credential.id], let date = earned else {
      return nil
    }
    return (date - learner.start).capped(plus: validity.days)
  }

  func offers(of credential: Credential) -> Result<[Offer], RefusedOffer> {
    if let refusal = refusal(of: credential) { return .failure(RefusedOffer(reason: refusal)) }
    let offers = ways(to: credential)
    if offers.isEmpty { return .failure(RefusedOffer(reason: .noRate(credential.price.currency))) }
    let allowed = offers.filter { learner.allowsEstimates || !$0.isEstimate }
    return allowed.isEmpty ? .failure(RefusedOffer(reason: .estimate)) : .success(allowed)
  }

  struct RefusedOffer: Error { var reason: Refusal }

  // MARK: Refusals

  private func refusal(of credential: Credential) -> Refusal? {
    let isEarned = learner.earned.keys.contains(credential.id)
    if isEarned && lapseDay(of: credential) == nil { return .heldForEver }
    if let exclusion = learner.excluded.first(where: { rules(out: credential, by: $0) }) { return .excluded(exclusion) }
    let rival = learner.earned.keys.sorted().first { other in
      other != credential.id
        && (credential.excludes.contains(other) || catalog.credential(other)?.excludes.contains(credential.id) == true)
    }
    // One that is held beside its rival already may stay so.
    if let rival, !isEarned { return .excludedByEarned(rival) }
    return nil
  }

  private func rules(out credential: Credential, by exclusion: Exclusion) -> Bool {
    switch exclusion {
    case .credential(let id): return credential.id == id
    case .provider(let id): return credential.provider == id
    case .delivery:
      return !credential.delivery.isEmpty
        && credential.delivery.allSatisfy { learner.excluded.contains(.delivery($0)) }
    case .language:
      return !credential.languages.isEmpty
        && credential.languages.allSatisfy { learner.excluded.contains(.language($0)) }
    case .unvouched:
      let provider = credential.provider.flatMap(catalog.provider)
      let selves = [credential.provider, provider?.name].compactMap { $0?.lowercased() }
      return (credential.quality + (provider?.quality ?? [])).allSatisfy { selves.contains($0.by.lowercased()) }
    }
  }

  // MARK: Ways

  /// Empty where it can't be weighed in the planning currency.
  private func ways(to credential: Credential) -> [Offer] {
    guard let terms = Terms(of: credential, figures) else { return [] }
    if let lapse = lapseDay(of: credential), lapse >= 0 {
      guard isWeighable(credential.validity?.renewalFee, of: credential) else { return [] }
      var anew = terms.offer(of: credential, for: learner, as: .anew)
      anew.earliestStart = lapse.capped(plus: 1)
      return [renewal(of: credential, terms, until: lapse), anew]
    }
    if let done = learner.begun[credential.id] { return [goingOn(credential, terms, done: done)] }
    if let attempt = learner.failed[credential.id] {
      return isWeighable(credential.retake?.fee, of: credential) ? [again(credential, terms, attempt)] : []
    }
    return [terms.offer(of: credential, for: learner, as: .anew)]
  }

  private func isWeighable(_ fee: Figure?, of credential: Credential) -> Bool {
    fee.map { figures.money($0, of: credential) != nil } ?? true
  }

  private func renewal(of credential: Credential, _ full: Terms, until lapse: Int) -> Offer {
    var terms = full
    let fee = credential.validity?.renewalFee
    let workload = credential.validity?.renewalWorkload
    if let fee, let counted = figures.money(fee, of: credential) { terms.fee = counted }
    if let workload {
      terms.workload = CountedFigure(workload)
      terms.days = CountedFigure(0)
      terms.isScheduled = false
    }
    let hasFigures = fee != nil || workload != nil
    if hasFigures { terms.monthly = CountedFigure(0) }
    var offer = terms.offer(of: credential, for: learner, as: .renewal)
    offer.latestStart = lapse
    offer.corequires = nil
    if hasFigures {
      offer.requires = nil
      offer.starts = nil
    }
    return offer
  }

  private func goingOn(_ credential: Credential, _ full: Terms, done: Int) -> Offer {
    var terms = full
    terms.fee = CountedFigure(0)
    terms.done = max(0, done)
    var offer = terms.offer(of: credential, for: learner, as: .goingOn)
    offer.requires = nil
    offer.starts = terms.isScheduled ? [0] : nil
    return offer
  }

  private func again(_ credential: Credential, _ full: Terms, _ attempt: FailedAttempt) -> Offer {
    var terms = full
    if let fee = credential.retake?.fee, let counted = figures.money(fee, of: credential) { terms.fee = counted }
    if let left = attempt.minutesLeft { terms.workload = CountedFigure(left) }
    var offer = terms.offer(of: credential, for: learner, as: .again)
    let day = (attempt.date ?? learner.start) - learner.start
    offer.earliestStart = max(0, day.capped(plus: credential.retake?.waitDays ?? 0))
    return offer
  }
}
