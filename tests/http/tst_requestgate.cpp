// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/requestgate.h"

#include <QPointer>
#include <QTest>

#include <algorithm>
#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int soon = 30'000; // ms

//! A request that ends when the test wants it to.
class HeldJob final : public HttpJob {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeldJob)

public:
    explicit HeldJob(QObject *parent)
        : HttpJob(parent)
    {
    }

    void answer(const HttpOutcome &outcome)
    {
        deleteLater();
        Q_EMIT finished(outcome);
    }
    void abort() override
    {
        if (std::exchange(m_isAborted, true))
            return;
        HttpError error;
        error.kind = HttpError::Kind::Aborted;
        QMetaObject::invokeMethod(
            this, [this, error] { answer(unexpected(error)); }, Qt::QueuedConnection);
    }

private:
    bool m_isAborted = false;
};

//! What was heard of a job.
struct Heard {
    int answers = 0;
    int aborted = 0;
};

} // namespace

class TestRequestGate final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void placesGoByRank_data();
    void placesGoByRank();
    void theHigherRankGoesFirst();
    void oneRankKeepsItsOrder();
    void whatIsAbortedWhileItWaitsIsNeverSent();
    void whatIsAbortedOnItsWayGivesItsPlaceBack();
    void aClientThatGoesGivesItsPlacesBack();
    void jobsEndWithTheGate();

private:
    //! Passes a request named \a name, which is sent into m_sent.
    HttpJob *pass(RequestRank rank, const QString &name = {});
    void passAll(const QString &ranks);
    void answerOldest();

    std::unique_ptr<RequestGate> m_gate;
    std::unique_ptr<QObject> m_client;
    QStringList m_sent;
    std::vector<QPointer<HeldJob>> m_held;
    Heard m_heard;
};

void TestRequestGate::init()
{
    m_gate = std::make_unique<RequestGate>();
    m_client = std::make_unique<QObject>();
    m_sent.clear();
    m_held.clear();
    m_heard = {};
}

void TestRequestGate::cleanup()
{
    m_gate.reset();
    m_client.reset();
}

HttpJob *TestRequestGate::pass(RequestRank rank, const QString &name)
{
    HttpJob *job = m_gate->pass(rank, [this, name]() -> HttpJob * {
        m_sent.append(name);
        m_held.emplace_back(new HeldJob(m_client.get()));
        return m_held.back();
    });
    connect(job, &HttpJob::finished, this, [this](const HttpOutcome &outcome) {
        if (outcome)
            ++m_heard.answers;
        else if (outcome.error().kind == HttpError::Kind::Aborted)
            ++m_heard.aborted;
    });
    return job;
}

void TestRequestGate::passAll(const QString &ranks)
{
    for (const QChar letter : ranks) {
        if (letter == u'r')
            pass(RequestRank::Urgent, letter);
        else
            pass(letter == u'p' ? RequestRank::Usual : RequestRank::Idle, letter);
    }
}

void TestRequestGate::answerOldest()
{
    const auto oldest = std::ranges::find_if(m_held, [](const auto &job) { return !job.isNull(); });
    HeldJob *job = *oldest;
    oldest->clear();
    job->answer(HttpReply{});
}

void TestRequestGate::placesGoByRank_data()
{
    QTest::addColumn<QString>("asked"); // r: rule, p: panel, i: idle
    QTest::addColumn<QString>("sent");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("rules take all") << u"rrrrrrrr"_s << u"rrrrrr"_s;
    QTest::newRow("panels leave one") << u"pppppppp"_s << u"ppppp"_s;
    QTest::newRow("idle ones take two") << u"iiii"_s << u"ii"_s;
    QTest::newRow("a rule after panels") << u"ppppppr"_s << u"pppppr"_s;
    QTest::newRow("a rule after everything") << u"iiippppppr"_s << u"iipppr"_s;
    QTest::newRow("panels beside idle ones") << u"iiipppp"_s << u"iippp"_s;
    QTest::newRow("idle ones beside panels") << u"ppppiii"_s << u"ppppi"_s;
    QTest::newRow("idle ones wait for rules") << u"rrrrrri"_s << u"rrrrrr"_s;
}

void TestRequestGate::placesGoByRank()
{
    QFETCH(QString, asked);
    QFETCH(QString, sent);
    passAll(asked);
    QCOMPARE(m_sent.join(QString()), sent);
    QCOMPARE(m_gate->inFlight(), std::size_t(sent.size()));
    QCOMPARE(m_gate->waiting(), std::size_t(asked.size() - sent.size()));
}

void TestRequestGate::theHigherRankGoesFirst()
{
    passAll(u"rrrrrr"_s);
    passAll(u"iippr"_s);
    m_sent.clear();
    for (int i = 0; i < 5; ++i)
        answerOldest();
    QCOMPARE(m_sent.join(QString()), u"rppii"_s);
    QCOMPARE(m_heard.answers, 5);
}

void TestRequestGate::oneRankKeepsItsOrder()
{
    passAll(u"rrrrrr"_s);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        pass(RequestRank::Urgent, name);
    m_sent.clear();
    for (int i = 0; i < 3; ++i)
        answerOldest();
    QCOMPARE(m_sent.join(QString()), u"abc"_s);
}

void TestRequestGate::whatIsAbortedWhileItWaitsIsNeverSent()
{
    passAll(u"ii"_s);
    QPointer<HttpJob> job = pass(RequestRank::Idle, u"late"_s);
    job->abort();
    QCOMPARE(m_heard.aborted, 0); // not before control returned
    job->abort();
    QCOMPARE(m_gate->waiting(), 0U);
    QTRY_VERIFY_WITH_TIMEOUT(job.isNull(), soon);
    QCOMPARE(m_heard.aborted, 1);
    answerOldest();
    QCOMPARE(m_sent.join(QString()), u"ii"_s);
}

void TestRequestGate::whatIsAbortedOnItsWayGivesItsPlaceBack()
{
    passAll(u"i"_s);
    HttpJob *job = pass(RequestRank::Idle, u"aborted"_s);
    pass(RequestRank::Idle, u"next"_s);
    job->abort();
    job->abort();
    QTRY_COMPARE_WITH_TIMEOUT(m_sent.last(), u"next"_s, soon);
    QCOMPARE(m_heard.aborted, 1);
    QCOMPARE(m_gate->inFlight(), 2U);
}

void TestRequestGate::aClientThatGoesGivesItsPlacesBack()
{
    pass(RequestRank::Idle);
    QPointer<HttpJob> job = pass(RequestRank::Idle);
    pass(RequestRank::Idle, u"next"_s);
    delete m_held.back().data();
    QCOMPARE(m_sent.last(), u"next"_s);
    QTRY_VERIFY_WITH_TIMEOUT(job.isNull(), soon);
    QCOMPARE(m_heard.aborted + m_heard.answers, 0);
}

void TestRequestGate::jobsEndWithTheGate()
{
    passAll(u"iii"_s);
    QPointer<HttpJob> waiting = pass(RequestRank::Idle);
    m_gate.reset();
    QVERIFY(waiting.isNull());
    QCOMPARE(m_sent.size(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(m_held.front().isNull() && m_held.back().isNull(), soon); // aborted
    QCOMPARE(m_heard.aborted + m_heard.answers, 0);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestRequestGate)
#include "tst_requestgate.moc"
