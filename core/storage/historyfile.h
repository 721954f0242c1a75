// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/historydatabase.h"

#include <QSqlDatabase>
#include <QVariant>

class QSqlError;

namespace sockeye {

//! \brief What the database said, as one of our kinds; \a otherwise where its code tells no more.
[[nodiscard]] StorageError storageErrorOf(const QSqlError &error, StorageError::Kind otherwise);

//! \brief One open history file of the current schema. Belongs to the thread that opened it.
class HistoryFile final {
    Q_DISABLE_COPY_MOVE(HistoryFile)

public:
    //! \brief The file, or the memory where there can be none; nullptr when not even that can be. Moves a
    //! broken or newer file aside. What was wrong is added to \a problems.
    [[nodiscard]] static std::unique_ptr<HistoryFile> open(
        const QString &path, const HistoryDatabase::Limits &limits, std::vector<StorageError> &problems);
    //! \brief Closes, which also folds the write-ahead log into the file.
    ~HistoryFile();

    [[nodiscard]] QSqlDatabase database() const;
    [[nodiscard]] Expected<void, StorageError> run(const QString &statement) const;
    //! \brief Everything that was committed is safe from a power cut.
    [[nodiscard]] Expected<void, StorageError> checkpoint() const;

private:
    explicit HistoryFile(const QString &path, const HistoryDatabase::Limits &limits);
    [[nodiscard]] static Expected<std::unique_ptr<HistoryFile>, StorageError> tryOpen(
        const QString &path, const HistoryDatabase::Limits &limits);

    [[nodiscard]] Expected<QVariant, StorageError> ask(const QString &statement) const;
    [[nodiscard]] Expected<void, StorageError> prepare(const HistoryDatabase::Limits &limits) const;
    [[nodiscard]] Expected<void, StorageError> migrate() const;
    [[nodiscard]] Expected<void, StorageError> migrateFrom(int version) const;
    [[nodiscard]] Expected<void, StorageError> refuse(StorageError::Kind kind, const QString &detail) const;

    QString m_path;
    QString m_connection;
    StorageError::Kind m_otherwise = StorageError::Kind::CannotOpen; //!< what a failure means at this stage
};

} // namespace sockeye
