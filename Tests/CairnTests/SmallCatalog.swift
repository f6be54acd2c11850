/// Two goals and a few credentials: enough to plan, quickly.
enum SmallCatalog {
  static let goalTitle = "Fence builder"

  static let text = """
    catalog: small
    title: Crafts
    currency: USD
    providers: [{id: guild, name: Guild of 日本 Crafts}]
    skills: [{id: hammering, name: Hammering}, {id: sawing, name: Sawing}]
    credentials:
      - {id: hammer, title: Hammer badge, provider: guild, kind: badge, cost: {fee: 10}, effort: {hours: 12}, teaches: [hammering]}
      - {id: saw, title: Säge – Abschluss, provider: guild, kind: course, cost: {fee: 40}, effort: {hours: 20}, teaches: [sawing]}
      - {id: quick-saw, title: Sawing in a hurry, provider: guild, kind: course, cost: {fee: 90}, effort: {hours: 8}, teaches: [sawing]}
      - {id: fence, title: Fence certificate, provider: guild, kind: certificate, cost: {fee: 25}, effort: {hours: 6}, requires: {all: [hammer, {skill: sawing}]}}
    goals:
      - {id: fence-builder, title: \(goalTitle), requires: {credential: fence}}
      - {id: carpenter, title: Carpenter, requires: {all: [{skill: hammering}, {skill: sawing}]}}
    """
}
