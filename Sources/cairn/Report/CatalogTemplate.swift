/// A small catalog with a comment for everything in it, to be written over line by line. It checks clean as it is.
enum CatalogTemplate {
  static let text = """
    # A catalog of what you offer. Write over what stands here, then run: cairn check FILE
    # Leave out what you don't know: a missing figure is said to be missing, a zero is taken at its word.
    catalog: my-college            # an id of your choice: small letters, digits, hyphens
    title: My College
    currency: USD                  # ISO 4217: USD, EUR, GBP …
    creditSystem: semester-hours   # or ects, cats …; needed where credits are given
    asOf: 2026-01-15               # the day on which these facts were true

    providers:
      - id: my-college
        name: My College
        url: https://college.example
        country: US
        quality: [{by: HLC, scheme: US regional accreditation}]   # who vouches for you, and under which scheme

    skills:
      - {id: spreadsheets, name: Spreadsheets}
      - {id: bookkeeping, name: Bookkeeping}

    credentials:
      - id: office-basics
        title: Office basics
        provider: my-college
        kind: course               # badge course microcredential certificate certification exam license degree program
                                   # stack membership
        cost: {fee: 240}           # paid once; {monthly: 39} for what is paid by the month
        effort: {hours: 45}        # all study and assessment; estimates say so:
                                   # {hours: 45, low: 30, high: 60, estimated: true, basis: three credits of 15 hours}
        duration: {weeks: 6, pace: scheduled, starts: [2027-01-11, 2027-03-01]}   # without pace: at one's own pace
        delivery: [online]         # online onsite blended
        language: [en]
        level: {eqf: 4}
        credits: 1
        assessment: supervised exam
        teaches: [spreadsheets]
        source: {url: https://college.example/office-basics, read: 2026-01-15}

      - id: bookkeeping-1
        title: Bookkeeping I
        provider: my-college
        kind: course
        cost: {fee: 480}
        effort: {hours: 90}
        delivery: [online, onsite]
        language: [en]
        level: {eqf: 4}
        credits: 2
        assessment: supervised exam
        teaches: [bookkeeping]
        recommends: {credential: office-basics}   # shown, never forced
        retake: {fee: 60, waitDays: 14}
        source: {url: https://college.example/bookkeeping-1, read: 2026-01-15}

      - id: office-certificate
        title: Office certificate
        provider: my-college
        kind: stack                # awarded for its parts, which carry cost and study
        language: [en]
        level: {eqf: 4}
        assessment: none of its own
        requires: [office-basics, bookkeeping-1]  # a list is all of them
                                   # {any: […]}, {atLeast: 2, of: […]}, {credits: 30, from: […]}, {skill: …},
                                   # {condition: two years of practice}

    goals:
      - id: office-clerk
        title: Office clerk
        requires: {all: [{credential: office-certificate}, {skill: spreadsheets}]}

    """
}
