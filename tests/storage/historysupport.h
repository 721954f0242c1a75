// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/historydatabase.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QTest>
#include <QVariant>

#include <optional>

namespace sockeye::test {

[[nodiscard]] inline EventRecord eventAt(std::int64_t ms, const QString &subject = QStringLiteral("rule"))
{
    return EventRecord{0, fromMilliseconds(ms), EventRecord::Kind::AlertFiring, subject,
        QJsonObject{{QStringLiteral("value"), 1.5}}};
}

//! \brief Waits for the answer to one of the history's asynchronous reads.
template <typename T, typename Ask>
[[nodiscard]] std::vector<T> answerOf(Ask ask)
{
    QObject context;
    std::optional<std::vector<T>> answer;
    ask(&context, [&answer](std::vector<T> rows) { answer = std::move(rows); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 30'000))
        qFatal("the history did not answer");
    return *answer;
}

[[nodiscard]] inline std::vector<EventRecord> eventsIn(const HistoryDatabase &history, int limit = 1000)
{
    return answerOf<EventRecord>([&history, limit](QObject *context, auto done) {
        history.readEvents(limit, context, std::move(done));
    });
}

[[nodiscard]] inline std::vector<StateInterval> intervalsIn(
    const HistoryDatabase &history, std::int64_t beginMs, std::int64_t endMs)
{
    const TimeRange range{fromMilliseconds(beginMs), fromMilliseconds(endMs)};
    return answerOf<StateInterval>([&history, &range](QObject *context, auto done) {
        history.readIntervals(range, context, std::move(done));
    });
}

[[nodiscard]] inline std::vector<StoredAlert> alertsIn(const HistoryDatabase &history)
{
    return answerOf<StoredAlert>(
        [&history](QObject *context, auto done) { history.readAlerts(context, std::move(done)); });
}

[[nodiscard]] inline QStringList subjectsOf(const std::vector<EventRecord> &events)
{
    QStringList subjects;
    for (const EventRecord &event : events)
        subjects.append(event.subject);
    return subjects;
}

//! \brief Another program that has the same file open.
class OtherProgram final {
    Q_DISABLE_COPY_MOVE(OtherProgram)

public:
    explicit OtherProgram(const QString &path)
    {
        static int count = 0;
        m_name = QStringLiteral("other-program-%1").arg(++count);
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        db.setDatabaseName(path);
        if (!db.open())
            qFatal("cannot open %s", qPrintable(path));
    }
    ~OtherProgram()
    {
        QSqlDatabase::database(m_name).close();
        QSqlDatabase::removeDatabase(m_name);
    }

    //! \brief Runs \a statement and gives the first value of its first row.
    QVariant run(const QString &statement)
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        if (!query.exec(statement))
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        return query.next() ? query.value(0) : QVariant();
    }

private:
    QString m_name;
};

} // namespace sockeye::test
