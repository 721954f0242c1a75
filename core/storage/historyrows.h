// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/historydatabase.h"

class QSqlDatabase;

//! The values of the history as rows of its tables.
namespace sockeye::historyrows {

using Written = Expected<void, StorageError>;

//! \brief What was read, and what of it made no sense: one bad row does not hide the others.
template <typename T>
struct Rows {
    std::vector<T> values;
    std::optional<StorageError> problem;
};

[[nodiscard]] Written insertEvent(const QSqlDatabase &db, const EventRecord &event);
[[nodiscard]] Written saveInterval(const QSqlDatabase &db, const StateInterval &interval);
[[nodiscard]] Written replaceAlerts(const QSqlDatabase &db, const std::vector<StoredAlert> &alerts);
[[nodiscard]] Written prune(const QSqlDatabase &db, Timestamp before);

[[nodiscard]] Rows<EventRecord> readEvents(const QSqlDatabase &db, int limit);
[[nodiscard]] Rows<StateInterval> readIntervals(const QSqlDatabase &db, const TimeRange &range);
[[nodiscard]] Rows<StoredAlert> readAlerts(const QSqlDatabase &db);

} // namespace sockeye::historyrows
