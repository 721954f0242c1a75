// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/networkdraft.h"
#include "ui/settings/signindraft.h"
#include "ui/settings/tlsdraft.h"

namespace sockeye {

//! \brief Sign-in, tenant, TLS and the way to a server while the user edits them: whatever is typed has a
//! place here, right or wrong. Probe endpoints have no tenant and of the network the headers only.
struct AccessDraft {
    SignInDraft signIn;
    QString tenant;
    TlsDraft tls;
    NetworkDraft network;

    friend bool operator==(const AccessDraft &, const AccessDraft &) = default;
};

[[nodiscard]] AccessDraft accessDraft(const HttpConfig &config);
//! \brief Writes what the draft says into \a config. \a sessionKey names the secret of this entry among those
//! that live for the session.
void apply(const AccessDraft &draft, const QString &sessionKey, HttpConfig &config);

//! \brief All that is wrong, in the order of the form; what the core would refuse to read is wrong, too.
[[nodiscard]] std::vector<FieldProblem> problemsOf(const AccessDraft &draft);

} // namespace sockeye
