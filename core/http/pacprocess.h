// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/http/proxychoice.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

class QProcess;

namespace sockeye {

//! \brief Asks a proxy script, which sockeye-pac runs in a process of its own, one question after the other.
//! A script that loops, crashes or is none has its process ended; the failure then stands until load(). Main
//! thread only.
class PacProcess final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PacProcess)

public:
    using Answer = Expected<QString, ProxyError>;
    using Receiver = std::function<void(const Answer &)>;

    struct Setup {
        QString program; //!< sockeye-pac
        QStringList arguments{};
        std::chrono::milliseconds patience{3'000}; //!< for the script and for each answer
    };

    explicit PacProcess(Setup setup, QObject *parent = nullptr);
    ~PacProcess() override;

    //! \brief Asks \a script from now on, in UTF-8. Questions under way are put to it once more.
    void load(const QByteArray &script);
    //! \brief Calls \a receiver once with what FindProxyForURL returns for \a url, never within the call; not
    //! at all when we have gone by then.
    void ask(const QUrl &url, Receiver receiver);
    //! \brief The failure that stands, if one does.
    [[nodiscard]] const std::optional<ProxyError> &failure() const { return m_failure; }

private:
    struct Question {
        QByteArray line;
        Receiver receiver;
    };

    void start();
    void putNext();
    void onOutput();
    void take(const QByteArray &line);
    void answerFirst(const Answer &answer);
    void fail(ProxyError::Kind kind, const QString &detail = {});
    void failAll();
    void dismiss();

    Setup m_setup;
    QByteArray m_script;
    std::unique_ptr<QProcess> m_process;
    bool m_isReady = false; //!< the script was read
    bool m_isAsked = false; //!< the first question is with the process
    QTimer m_patience;
    std::deque<Question> m_questions;
    std::optional<ProxyError> m_failure;
};

} // namespace sockeye
