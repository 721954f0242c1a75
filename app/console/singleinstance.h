// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace sockeye {

//! \brief One running program for each workspace. A second start tells the first to show itself and ends.
class SingleInstance final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    //! \a folder is private to the user, such as the runtime folder.
    SingleInstance(const QString &folder, const QString &workspace, QObject *parent = nullptr);
    ~SingleInstance() override;

    //! \brief True when this is the only one. Otherwise the other was told, with the activation token of this
    //! start.
    [[nodiscard]] bool acquire();

Q_SIGNALS:
    void activationRequested(const QString &activationToken);

private:
    void tellOther() const;
    void readToken();

    QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace sockeye
