// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/jsonreader.h"
#include "core/base/yamldocument.h"
#include "core/engine/demosupervisor.h"
#include "core/probe/proberesult.h"
#include "core/prometheus/queryerror.h"
#include "core/settings/configfile.h"
#include "core/storage/historydatabase.h"

#include "ui/text/words.h"

namespace sockeye {

//! \brief An error for people: what happened and why, and what to do about it. Each is a whole sentence or
//! several; the remedy may be empty where there is none but to wait.
struct ErrorText {
    QString summary;
    QString remedy;

    [[nodiscard]] QString joined() const { return sentences(summary, remedy); }
};

[[nodiscard]] ErrorText describe(const QueryError &error);
[[nodiscard]] ErrorText describe(const HttpError &error);
//! \brief \a server is its host, with the port when the URL names one.
[[nodiscard]] ErrorText describe(
    TlsFailure failure, const QString &server, const std::optional<CertificateLapse> &lapse = {});
[[nodiscard]] ErrorText describe(const CredentialError &error);
[[nodiscard]] ErrorText describe(const TlsSetupError &error);
[[nodiscard]] ErrorText describe(const ProxyError &error);
[[nodiscard]] ErrorText describe(const SecretError &error);
[[nodiscard]] ErrorText describe(const JsonError &error);
//! \brief Without the place, which stands before it.
[[nodiscard]] ErrorText describe(const YamlError &error);
[[nodiscard]] ErrorText describe(const FileError &error);
[[nodiscard]] ErrorText describe(const StorageError &error);
[[nodiscard]] ErrorText describe(const DemoError &error);
//! \brief \a schemes are those that were passed to parseServerUrl().
[[nodiscard]] ErrorText describe(UrlProblem problem, const QStringList &schemes);
[[nodiscard]] ErrorText describe(const ProbeSetupError &problem);
//! \brief Why a connection attempt failed; "Open." when it did not.
[[nodiscard]] ErrorText describe(const AttemptFinished &attempt);

} // namespace sockeye
