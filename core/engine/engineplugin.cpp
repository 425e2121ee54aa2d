// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/torchengine.h"

/// The one symbol that the engine library exports; see convscope::loadEngine().
extern "C" __attribute__((visibility("default"))) convscope::Engine *convscopeCreateEngine(int interfaceVersion) noexcept
{
    if (interfaceVersion != convscopeEngineInterfaceVersion) {
        return nullptr;
    }
    try {
        return new convscope::TorchEngine;
    } catch (...) {
        return nullptr;
    }
}
