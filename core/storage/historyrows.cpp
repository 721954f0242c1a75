// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/historyrows.h"

#include "core/storage/historyfile.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>
#include <array>
#include <limits>

namespace sockeye::historyrows {

using namespace Qt::StringLiterals;

namespace {

// Words and not numbers, so that the order of an enumeration may change.
template <typename Enum>
using Word = std::pair<Enum, QLatin1StringView>;

constexpr std::array eventWords{
    Word<EventRecord::Kind>{EventRecord::Kind::AlertPending, "alert-pending"_L1},
    Word<EventRecord::Kind>{EventRecord::Kind::AlertFiring, "alert-firing"_L1},
    Word<EventRecord::Kind>{EventRecord::Kind::AlertResolved, "alert-resolved"_L1},
    Word<EventRecord::Kind>{EventRecord::Kind::AlertNoData, "alert-no-data"_L1},
    Word<EventRecord::Kind>{EventRecord::Kind::AlertError, "alert-error"_L1},
    Word<EventRecord::Kind>{EventRecord::Kind::Blind, "blind"_L1},
    Word<EventRecord::Kind>{EventRecord::Kind::Seeing, "seeing"_L1},
    Word<EventRecord::Kind>{EventRecord::Kind::NotificationFailed, "notification-failed"_L1},
    Word<EventRecord::Kind>{EventRecord::Kind::DataDropped, "data-dropped"_L1},
    Word<EventRecord::Kind>{EventRecord::Kind::ConfigurationReset, "configuration-reset"_L1},
};

constexpr std::array laneWords{
    Word<LaneState>{LaneState::Connecting, "connecting"_L1},
    Word<LaneState>{LaneState::Open, "open"_L1},
    Word<LaneState>{LaneState::Closing, "closing"_L1},
    Word<LaneState>{LaneState::Closed, "closed"_L1},
    Word<LaneState>{LaneState::NotWatched, "not-watched"_L1},
};

template <typename Enum, std::size_t N>
QString wordOf(const std::array<Word<Enum>, N> &words, Enum value)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [value](const auto &word) { return word.first == value; });
    Q_ASSERT(found != words.end());
    return found->second;
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueOf(const std::array<Word<Enum>, N> &words, const QString &text)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&text](const auto &word) { return word.second == text; });
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

//! A null string would be stored as NULL, which no text column takes.
QVariant textOf(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant numberOf(Timestamp time)
{
    return static_cast<qlonglong>(toMilliseconds(time));
}

QVariant numberOf(const std::optional<Timestamp> &time)
{
    return time ? numberOf(*time) : QVariant(QMetaType::fromType<qlonglong>());
}

Timestamp timeOf(const QVariant &number)
{
    return fromMilliseconds(number.toLongLong());
}

std::optional<Timestamp> optionalTimeOf(const QVariant &number)
{
    return number.isNull() ? std::nullopt : std::optional(timeOf(number));
}

Written write(const QSqlDatabase &db, const QString &statement, const QVariantList &values)
{
    QSqlQuery query(db);
    bool ok = query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    ok = ok && query.exec();
    if (!ok)
        return unexpected(storageErrorOf(query.lastError(), StorageError::Kind::WriteFailed));
    return {};
}

//! Runs \a statement and turns each row into a value; a row that gives none is a problem.
template <typename T>
Rows<T> read(const QSqlDatabase &db, const QString &statement, const QVariantList &values,
    std::optional<T> (*rowToValue)(const QSqlQuery &))
{
    Rows<T> rows;
    QSqlQuery query(db);
    query.setForwardOnly(true);
    bool ok = query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    ok = ok && query.exec();
    while (ok && query.next()) {
        if (std::optional<T> value = rowToValue(query))
            rows.values.push_back(std::move(*value));
        else
            rows.problem = StorageError{
                StorageError::Kind::ReadFailed, {}, {}, u"a row of unknown kind: "_s + statement, 0};
    }
    if (query.lastError().isValid())
        rows.problem = storageErrorOf(query.lastError(), StorageError::Kind::ReadFailed);
    return rows;
}

std::optional<EventRecord> eventOf(const QSqlQuery &row)
{
    const auto kind = valueOf(eventWords, row.value(2).toString());
    const QJsonDocument facts = QJsonDocument::fromJson(row.value(4).toString().toUtf8());
    if (!kind || !facts.isObject())
        return std::nullopt;
    return EventRecord{
        row.value(0).toLongLong(), timeOf(row.value(1)), *kind, row.value(3).toString(), facts.object()};
}

std::optional<StateInterval> intervalOf(const QSqlQuery &row)
{
    const auto state = valueOf(laneWords, row.value(3).toString());
    if (!state)
        return std::nullopt;
    return StateInterval{TargetId{row.value(0).toString()}, *state, timeOf(row.value(1)),
        optionalTimeOf(row.value(2)), row.value(4).toInt(), row.value(5).toString()};
}

std::optional<StoredAlert> alertOf(const QSqlQuery &row)
{
    const QVariant value = row.value(4);
    return StoredAlert{row.value(0).toString(), row.value(1).toString(), row.value(2).toString().toUtf8(),
        row.value(3).toString(), value.isNull() ? std::numeric_limits<double>::quiet_NaN() : value.toDouble(),
        timeOf(row.value(5)), optionalTimeOf(row.value(6)), row.value(7).toBool()};
}

} // namespace

Written insertEvent(const QSqlDatabase &db, const EventRecord &event)
{
    const QByteArray facts = QJsonDocument(event.facts).toJson(QJsonDocument::Compact);
    return write(db, u"INSERT INTO events (time, kind, subject, facts) VALUES (?, ?, ?, ?)"_s,
        {numberOf(event.time), wordOf(eventWords, event.kind), textOf(event.subject),
            QString::fromUtf8(facts)});
}

Written saveInterval(const QSqlDatabase &db, const StateInterval &interval)
{
    return write(db,
        u"INSERT INTO intervals (target, begin, ended, state, close_code, reason) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (target, begin) DO UPDATE SET ended = excluded.ended, state = excluded.state,"
        " close_code = excluded.close_code, reason = excluded.reason"_s,
        {textOf(interval.target.value), numberOf(interval.begin), numberOf(interval.end),
            wordOf(laneWords, interval.state), interval.closeCode, textOf(interval.reason)});
}

Written replaceAlerts(const QSqlDatabase &db, const std::vector<StoredAlert> &alerts)
{
    if (const Written cleared = write(db, u"DELETE FROM alerts"_s, {}); !cleared)
        return cleared;
    for (const StoredAlert &alert : alerts) {
        const Written inserted = write(db,
            u"INSERT OR REPLACE INTO alerts (rule, service, labels, phase, value, active_at, fired_at,"
            " notified) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {textOf(alert.rule), textOf(alert.service), textOf(QString::fromUtf8(alert.labels)),
                textOf(alert.phase), alert.value, numberOf(alert.activeAt), numberOf(alert.firedAt),
                alert.notified});
        if (!inserted)
            return inserted;
    }
    return {};
}

Written prune(const QSqlDatabase &db, Timestamp before)
{
    const QVariantList bound{numberOf(before)};
    return write(db, u"DELETE FROM events WHERE time < ?"_s, bound).and_then([&db, &bound] {
        return write(db, u"DELETE FROM intervals WHERE ended < ?"_s, bound);
    });
}

Rows<EventRecord> readEvents(const QSqlDatabase &db, int limit)
{
    return read<EventRecord>(db,
        u"SELECT sequence, time, kind, subject, facts FROM events"
        " ORDER BY time DESC, sequence DESC LIMIT ?"_s,
        {std::max(0, limit)}, eventOf);
}

Rows<StateInterval> readIntervals(const QSqlDatabase &db, const TimeRange &range)
{
    return read<StateInterval>(db,
        u"SELECT target, begin, ended, state, close_code, reason FROM intervals"
        " WHERE begin < ? AND (ended IS NULL OR ended > ?) ORDER BY begin, target"_s,
        {numberOf(range.end), numberOf(range.begin)}, intervalOf);
}

Rows<StoredAlert> readAlerts(const QSqlDatabase &db)
{
    return read<StoredAlert>(db,
        u"SELECT rule, service, labels, phase, value, active_at, fired_at, notified FROM alerts"
        " ORDER BY rowid"_s,
        {}, alertOf);
}

} // namespace sockeye::historyrows
