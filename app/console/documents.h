// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/jsonreader.h"
#include "core/engine/workspace.h"
#include "core/settings/configfile.h"
#include "core/settings/preferences.h"

#include <QObject>

namespace sockeye {

//! \brief A document that could not be read and was put aside, so that the program starts and nothing is
//! lost.
struct AsideDocument {
    QString path;
    QString keptAs; //!< empty when it could not be moved
    std::optional<JsonError> json;
    std::optional<FileError> file;
};

//! \brief The files of the user: workspaces, preferences, how the window stood. Broken or newer ones are kept
//! aside under another name and reported; a failed write is reported each time.
class Documents final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Documents)

public:
    explicit Documents(QObject *parent = nullptr);
    ~Documents() override;

    [[nodiscard]] Workspace loadWorkspace(const QString &path, const QString &name);
    [[nodiscard]] Preferences loadPreferences(const QString &path);
    [[nodiscard]] WindowState loadWindowState(const QString &path);
    void save(const QString &path, const QByteArray &content);

    //! \brief What was put aside since the last call.
    [[nodiscard]] std::vector<AsideDocument> takeAside() { return std::exchange(m_aside, {}); }

Q_SIGNALS:
    void saveFailed(const sockeye::FileError &error);

private:
    template <typename T>
    [[nodiscard]] T load(
        const QString &path, T fallback, Expected<T, JsonError> (*parse)(const QByteArray &));

    std::vector<AsideDocument> m_aside;
};

} // namespace sockeye
