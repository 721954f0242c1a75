// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/http/credentialsource.h"

#include <QProcess>
#include <QTimer>

namespace sockeye {

//! \brief Tokens that a program prints. It is started without a shell and without input, and ends with us.
class CommandSource final : public TokenSource {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandSource)

public:
    CommandSource(TokenCommand command, const Clock &clock, QObject *parent = nullptr);
    ~CommandSource() override;

private:
    void begin() override;
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void onOutput();
    void fail(CredentialError::Kind kind, const QString &detail = {}, int exitCode = 0);
    void finish(Expected<Token, CredentialError> outcome);
    void dismiss();

    TokenCommand m_command;
    std::unique_ptr<QProcess> m_process;
    QTimer m_deadline;
};

//! \brief Reads what a token command printed: the bare token in one line, or kubectl's ExecCredential.
//! https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
[[nodiscard]] std::optional<TokenSource::Token> parseCommandToken(const QByteArray &output);

} // namespace sockeye
