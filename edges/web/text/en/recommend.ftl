# What a reviewer recommends to the own authority.
act-recommend = Recommend a decision
act-recommend-advice = Recommend advice
act-recommend-what = Only your own authority reads it. It takes the place of what was recommended before. Where two people decide, another decider than you takes the decision then.
recommendation-title = Recommendation
recommendation-own = Only your own authority reads this.
recommendation-four-eyes = Two people decide here: one recommends a decision, and another takes it.
recommended-by = Recommended on { $at } ({ $role })
recommended-by-you = You recommended this on { $at }
recommended-before = Recommended before that
recommendation-itself = You recommended this yourself: another decider of your authority takes the decision.
docket-recommended = A decision is recommended since { $at }
rulebook-four-eyes = Two people decide: one recommends, another decides.
key-four-eyes = two people decide
