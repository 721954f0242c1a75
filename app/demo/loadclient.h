// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace sockeye::demo {

//! \brief One pretended visitor: a real WebSocket client that comes and goes as told.
class LoadClient final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadClient)

public:
    enum class State { Away, Connecting, Online };

    explicit LoadClient(QUrl url, QObject *parent = nullptr);
    ~LoadClient() override;

    [[nodiscard]] State state() const { return m_state; }

    void come();
    //! \brief Leaves with a close frame.
    void leave(int code);
    //! \brief Leaves without one, as a cut cable or a killed process does.
    void vanish();
    void say(const QString &text);

Q_SIGNALS:
    void arrived();
    //! \brief Left, was thrown out, or could not get in.
    void gone();

private:
    void discard();

    QUrl m_url;
    QWebSocket *m_socket = nullptr; // a fresh one for each visit
    State m_state = State::Away;
};

} // namespace sockeye::demo
