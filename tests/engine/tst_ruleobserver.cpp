// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/ruleobserver.h"

#include "tests/support/seriesnotation.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestRuleObserver final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAreObserved_data();
    void answersAreObserved();
};

void TestRuleObserver::answersAreObserved_data()
{
    QTest::addColumn<QueryOutcome>("outcome");
    QTest::addColumn<RuleHealth>("health");
    QTest::addColumn<int>("values");
    const auto good = [](QueryResult result) {
        return QueryOutcome(QueryAnswer{std::move(result), {}, {}, 0});
    };
    QueryResult number;
    number.series = {test::seriesFrom(u"0:1"_s), test::seriesFrom(u"0:2"_s)};
    QueryResult histogram;
    histogram.histograms.emplace_back();
    QueryResult both = number;
    both.histograms.emplace_back();
    QueryResult string;
    string.type = QueryResult::Type::String;
    QTest::newRow("numbers") << good(number) << RuleHealth::Ok << 2;
    QTest::newRow("nothing") << good({}) << RuleHealth::NoData << 0;
    QTest::newRow("a string") << good(string) << RuleHealth::Error << 0;
    QTest::newRow("a histogram, which has no value") << good(histogram) << RuleHealth::CannotEvaluate << 0;
    QTest::newRow("numbers beside a histogram") << good(both) << RuleHealth::Ok << 2;
    QTest::newRow("a failure") << QueryOutcome(unexpected(QueryError{})) << RuleHealth::Error << 0;
}

void TestRuleObserver::answersAreObserved()
{
    QFETCH(const QueryOutcome, outcome);
    QFETCH(const int, values);
    const Observed observed = observeAnswer(outcome);
    QTEST(observed.observation.health, "health");
    QCOMPARE(observed.observation.values.size(), std::size_t(values));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestRuleObserver)
#include "tst_ruleobserver.moc"
